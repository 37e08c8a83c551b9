/** Words of other languages that Japanese names write in katakana, and letters spelled out, with what they stand for. */

/** Common words, as the English word under which they meet (words.ts); none: it says nothing. Cut from the end of a longer run, so none that often ends another word. */
export const COMMON_KANA = `グループ group|ホールディングス holding|ホールディング holding|コーポレーション |カンパニー |エレクトロニクス electronics|エレクトロニックス electronics|エレクトロン electronics|エレクトリック electric|システムズ system|システム system|テクノロジーズ technology|テクノロジー technology|ケミカルズ chemical|ケミカル chemical|マテリアルズ material|マテリアル material|ゴム rubber|ハウス home|セミコンダクター semiconductor|セミコンダクタ semiconductor|エンジニアリング engineering|サービス service|ソリューションズ solution|ソリューション solution|インターナショナル international|ジャパン japan|エナジー energy|エネルギー energy|モータース motor|モーターズ motor|モーター motor|フーズ food|フィナンシャル financial|セキュリティ security|コミュニケーションズ communication|ネットワークス network|ネットワーク network|ソフトウェア software|ロジスティクス logistics|メディカル medical|セメント cement|スチール steel|メタルズ metal|メタル metal|ホトニクス photonics|フォトニクス photonics|デバイス device|デジタル digital|コンピューター computer|コンピュータ computer|インダストリーズ industry|インダストリアル industry|プロダクツ product|トレーディング trading|エアラインズ airline|ブレーキ brake|チエイン chain|チェーン chain|フライス milling|パン baking|ベークライト bakelite|ガラス glass|エンタープライズ enterprise|エンタテインメント entertainment|セラミックス ceramic|ペイント paint|ビール brewery|マイクロ micro|ファイナンシャル financial|ファイナンス finance|キャピタル capital|ヘルスケア healthcare|メディア media|デザイン design|センサー sensor|ロボット robot|ロボティクス robotics|ドローン drone|バッテリー battery|ケーブル cable|スポーツ sports|クリエイティブ creative|トラスト trust|パートナーズ partners|ベンチャーズ ventures|リサーチ research|コンサルティング consulting|マネジメント management|マネージメント management|プロパティーズ properties|プロパティ property|ラボラトリーズ laboratories|ラボラトリー laboratory|ファーマ pharma|バイオテクノロジー biotechnology|エアロスペース aerospace|アビエーション aviation|オプティクス optics|ディスプレイ display|サーキット circuits|コンポーネンツ components|コンポーネント component|コントロールズ controls|コントロール control|マシナリー machinery|マニュファクチャリング manufacturing|インスツルメンツ instruments|インスツルメント instrument|アプライアンス appliances|インベストメント investment|テレコム telecom|コンピューティング computing|オートモーティブ automotive|シッピング shipping
コンサルタンツ consultants|コンサルタント consultants|リース lease|リーシング leasing|レンタカー rentacar|レンタル rental|マーケティング marketing
アドバイザーズ advisors|アソシエイツ associates|エンターテインメント entertainment|エンターテイメント entertainment|パブリッシング publishing
ファッション fashion|オートメーション automation|メカトロニクス mechatronics|エンジニヤリング engineering|インダストリー industry
マイクロエレクトロニクス microelectronics|ファーマシューティカルズ pharmaceuticals|イノベーション innovation|イノベーションズ innovations
インテリジェンス intelligence|インフォメーション information|コンストラクション construction`;

/** The same, but of words that Latin names often join with their neighbour (SoftBank): another reading has them apart. */
export const TRADE_KANA = `レンタリース rentalease|ストアーズ stores|ストアー store|ストア store|ドラッグ drug|マーケット market|マーケッティング marketing|クリニック clinic
ホスピタル hospital|ホテルズ hotels|ホテル hotel|リゾーツ resorts|リゾート resort|ホームズ homes|ホーム home|ハウジング housing|エステート estate
リアルティ realty|リアルエステート realestate|アセット asset|アドバイザリー advisory|インシュアランス insurance|バンク bank|カード card|クレジット credit
ファンド fund|パートナー partner|スタジオ studio|スタヂオ studio|ピクチャーズ pictures|ミュージック music|ゲームス games|ゲームズ games|ゲーム games
ブックス books|アドバタイジング advertising|プリンティング printing|パッケージング packaging|パッケージ package|ペーパー paper|パルプ pulp
ケミカルプロダクツ chemical|コスメティックス cosmetics|コスメティクス cosmetics|アパレル apparel|テキスタイル textile|ファイバー fiber|シューズ shoes
ジュエリー jewelry|ウォッチ watch|フードサービス foodservice|フードシステムズ foodsystems|フード food|ベーカリー bakery|コーヒー coffee
レストラン restaurant|レストランツ restaurants|ダイニング dining|キッチン kitchen|ミルク milk|チキン chicken|ビバレッジ beverage
ブルワリー brewery|ファーム farm|ガーデン garden|ガス gas|オイル oil|パワー power|プラント plant|プランテック plantec|エンジン engine|マシン machine
マシーン machine|マシナリ machinery|ツールズ tools|バルブ valve|ポンプ pump|パイプ pipe|チューブ tube|ベアリング bearing|ギヤー gear|ワイヤー wire
ワイヤ wire|ワイヤロープ wirerope|ロープ rope|タイヤ tire|ホイール wheel|フィルム film|フイルム film|フィルター filter|フイルター filter
コンプレッサー compressor|コンプレツサ compressor|クレーン crane|エレベーター elevator|エスカレーター escalator|コンベヤー conveyor|コンベヤ conveyor
エンジニアーズ engineers|テクノサービス technoservice|テクニカル technical|ファクトリー factory|ワークス works|プレシジョン precision
オプティカル optical|レーザー laser|レーザ laser|カメラ camera|レンズ lens|プリズム prism|イメージング imaging|セミコン semicon
マイクロデバイス microdevice|マイクロデバイシズ microdevices|ウエハ wafer|ウェーハ wafer|サプライ supply|コネクタ connector|コネクター connector
スイッチ switch|コンデンサ condenser|コンデンサー condenser|ヒーター heater|ヒータ heater|ライティング lighting|ソーラー solar|エコロジー ecology
リサイクル recycle|リサイクリング recycling|ウォーター water|エンバイロ enviro|エアポート airport|エアシステム airsystem|トラベル travel
ツーリスト tourist|ツアーズ tours|ツアー tour|タクシー taxi|トランスポート transport|エクスプレス express|カーゴ cargo|フェリー ferry|マリン marine
マリーン marine|シップ ship|ラインズ lines|モビリティ mobility|ディーゼル diesel|サイエンス science|サイエンティフィック scientific|バイオ bio
バイオロジクス biologics|バイオサイエンス bioscience|ファーマシー pharmacy|ライフ life|ライフサイエンス lifescience|サポート support|スタッフ staff
スタッフィング staffing|キャリア career|エージェンシー agency|エージェント agent|オフィス office|ビジネス business|ビルディング building|ビル building
タウン town|ワールド world|ユニバーサル universal|グローバル global|アジア asia|ニッポン nippon|パシフィック pacific|コリア korea|チャイナ china
ユニオン union|アライアンス alliance|ベンチャー venture|ベンチャーキャピタル venturecapital|クリエーション creation|クリエイション creation
インテリジェント intelligent|データ data|ソフト soft|ウェブ web|ネット net|オンライン online|モバイル mobile|テレビジョン television
テレビ television|ラジオ radio|ブロードキャスティング broadcasting|テレコミュニケーションズ telecommunications|セキュリティー security
セキュリティーズ securities|アーキテクツ architects|アーキテクチャー architecture|コンクリート concrete|フォージ forge|アルミニウム aluminium
ステンレス stainless|マグネット magnet|カーボン carbon|プラスチックス plastics|プラスチック plastic|プラスティック plastic|ポリマー polymer
レジン resin|コーティング coating|ペイントシステム paintsystem|ラボラトリ laboratory|アカデミー academy|スクール school|カレッジ college
エデュケーション education|エデュケーショナル educational|トレーディングス tradings|インポート import|エクスポート export|コマース commerce|ショップ shop
ショッピング shopping|ディストリビューション distribution|リテール retail|セールス sales|プロモーション promotion|プロジェクト project
プランニング planning|プラン plan|プロデュース produce|プロダクション production|プロダクト product|アーツ arts`;

/** Words that stand in firms' own names, and short ones whose consonants alone say too little (loan.ts): read where a whole run is made of them. */
export const OWN_KANA = `アイデア idea|アイデアル ideal|アイドル idol|アーク arc|アース earth|アイス ice|アイリス iris|アクシス axis|アクセス access|アクティブ active|アクト act
アップ up|アトム atom|アドバンス advance|アドバンスト advanced|アトラス atlas|アバント avant|アバンセ avance|アビリティ ability|アルファ alpha
アロー arrow|アンド and|アンビション ambition|イースト east|イーグル eagle|イノテック innotech|イマジカ imagica|イメージ image|インター inter
インサイト insight|インテック intec|インテリックス intellex|ウィン win|ウイン win|ウィル will|ウイル will|ウィズ with|ウイング wing|ウィング wing
ウエスト west|ウエーブ wave|ウェーブ wave|ウッド wood|ウルトラ ultra|エイジ age|エース ace|エキスパート expert|エクス ex|エクセル excel
エクセレント excellent|エコー echo|エッジ edge|エッセンス essence|エボリューション evolution|エリア area|エリート elite|エレ ele|エンジェル angel
エンゼル angel|エンジョイ enjoy|オアシス oasis|オープン open|オープンハウス openhouse|オーシャン ocean|オーナー owner|オール all|オプティ opti
オメガ omega|オリオン orion|オリエント orient|オレンジ orange|カー car|ガード guard|カイト kite|カクタス cactus|カシオペア cassiopeia
カスタム custom|カメリア camellia|キー key|キッズ kids|キャッスル castle|キャッシュ cash|キャップ cap|キューブ cube|キュート cute|キング king
クイーン queen|クイック quick|クエスト quest|クオリティ quality|クラウド cloud|クラウン crown|クラブ club|クリア clear|クリアー clear|クリーン clean
クリエ crea|クリエイト create|クリエート create|クリスタル crystal|クレア crea|クレオ creo|クレスト crest|クローバー clover|クロス cross
クロップス crops|グッド good|グッドスピード goodspeed|グランド grand|グランディ grandy|グラン gran|グラス grass|グレース grace|グレート great
グロース growth|グロー glow|ゲート gate|コア core|コアー core|コスト cost|コスモ cosmo|コスモス cosmos|コスモバイオ cosmobio|コネクト connect
コム com|コモン common|コレクション collection|コンセプト concept|コンテンツ contents|コンフォート comfort|コンパス compass|ゴールド gold
ゴールデン golden|サイバー cyber|サクセス success|サザン southern|サマー summer|サン sun|サンシャイン sunshine|サンライズ sunrise
サンライト sunlight|サンセット sunset|シグマ sigma|シティ city|シティー city|シナジー synergy|シャイン shine|シンク think|シンフォニー symphony
シンプル simple|シンプレックス simplex|シンボル symbol|ジャスト just|ジャパニーズ japanese|ジャンプ jump|ジュピター jupiter|ジョイ joy|ジョイフル joyful
ジョブ job|ジーン gene|スイート sweet|スカイ sky|スキル skill|スクエア square|スクウェア square|スター star|スターツ starts|スタート start
スタイル style|スタンダード standard|ステージ stage|ステップ step|ストーリー story|ストリーム stream|ストレート straight|ストーン stone|スノー snow
スピード speed|スペース space|スペシャル special|スマート smart|スマイル smile|スリー three|スリム slim|セーフ safe|セーフティ safety|セブン seven
セレクト select|セレス ceres|セルフ self|センス sense|センター center|セントラル central|セント saint|ゼネラル general|ゼロ zero|ソフィア sophia
ゾーン zone|タイガー tiger|タイム time|タイムズ times|タッチ touch|タワー tower|ターゲット target|ターミナル terminal|ダイナ dyna
ダイナミック dynamic|ダイナミックス dynamics|ダイヤ dia|ダイヤモンド diamond|ダイレクト direct|チャーム charm|チャレンジ challenge|チャンス chance
チャンピオン champion|ツイン twin|ツー two|テイク take|テクノ techno|テック tech|テスト test|テラス terrace|テレ tele|テン ten|デジタル digital
デルタ delta|デリカ delica|トップ top|トータル total|トゥルー true|トーク talk|トラスト trust|トランス trans|トリニティ trinity|トリプル triple
トレイン train|トレンド trend|トレーダーズ traders|ドア door|ドーム dome|ドクター doctor|ドット dot|ドライブ drive|ドラゴン dragon|ドリーム dream
ナイス nice|ナイト night|ナショナル national|ナチュラル natural|ナノ nano|ナビ navi|ナレッジ knowledge|ナンバーワン numberone|ニュー new
ニュース news|ネオ neo|ネクサス nexus|ネクスト next|ネスト nest|ノア noah|ノース north|ノバ nova|ノーブル noble|ノート note|ハート heart
ハード hard|ハイ high|ハイウェイ highway|ハイテク hitech|ハイブリッド hybrid|ハッピー happy|ハーバー harbor|ハーモニー harmony|ハウ how|ハンズ hands
バード bird|バイ by|バランス balance|バリュー value|バリューコマース valuecommerce|バロック baroque|パーソナル personal|パーフェクト perfect
パール pearl|パートナーエージェント partneragent|パイン pine|パス pass|パスポート passport|パラダイス paradise|パレス palace|パワーアップ powerup
ヒューマン human|ヒル hill|ヒルズ hills|ビーイング being|ビューティ beauty|ビューティー beauty|ビッグ big|ビクトリー victory|ピーク peak|ピース peace
ピープル people|ピクセル pixel|ピュア pure|ファースト first|ファイブ five|ファイン fine|ファインデックス findex|ファミリー family|ファン fun|フィット fit
フィールド field|フェイス faith|フェニックス phoenix|フォー for|フォーカス focus|フォース force|フォーサイト foresight|フォーラム forum|フォレスト forest
フォト photo|フューチャー future|フラワー flower|フリー free|フレア flare|フレンド friend|フレッシュ fresh|フレーム frame|フロー flow
フロンティア frontier|フロント front|ブライト bright|ブライダル bridal|ブランド brand|ブリッジ bridge|ブルー blue|ブルーム bloom|ブレイン brain
ブレインズ brains|プライム prime|プライムワークス primeworks|プラザ plaza|プラス plus|プラット plat|プラットフォーム platform|プラネット planet
プラチナ platinum|プリンス prince|プリンセス princess|プリマ prima|プレミア premier|プレミアム premium|プロ pro|プログレス progress
プロスパー prosper|プロセス process|プロパティ property|プロフェッショナル professional|ヘルス health|ベース base|ベスト best|ベター better
ベータ beta|ベル bell|ベルク belc|ベリー berry|ペガサス pegasus|ペット pet|ペンギン penguin|ホープ hope|ホライズン horizon|ホワイト white
ボイス voice|ボックス box|ボディ body|ボンド bond|ポイント point|ポケット pocket|ポート port|マーク mark|マーキュリー mercury|マーチャント merchant
マーチャンダイジング merchandising|マイ my|マイスター meister|マイルストーン milestone|マインド mind|マジック magic|マスター master
マスターピース masterpiece|マックス max|マップ map|マルチ multi|マルチメディア multimedia|マン man|ミステリー mystery|ミッション mission|ミニ mini
ミラクル miracle|ムーン moon|ムービー movie|メイト mate|メイク make|メガ mega|メジャー major|メディカ medica|メディックス medix|メトロ metro
メモリー memory|メモリ memory|メール mail|メンタル mental|モア more|モダン modern|モデル model|モノ mono|ヤング young|ユナイテッド united
ユニ uni|ユニーク unique|ユニット unit|ユニバース universe|ライズ rise|ライジング rising|ライオン lion|ライク like|ライト light|ライブ live
ラック rack|ラッキー lucky|ラブ love|リード lead|リーダー leader|リーフ leaf|リアル real|リスク risk|リスト list|リッチ rich|リバー river
リバイバル revival|リベラル liberal|リライト relight|リンク link|リンクス links|ルーム room|ルック look|ルート route|レイ ray|レイク lake
レインボー rainbow|レインズ reins|レコード record|レジェンド legend|レッド red|レディ lady|レディース ladies|レボリューション revolution|ロイヤル royal
ローズ rose|ロード road|ローン loan|ロケット rocket|ロジック logic|ロジ logi|ロック rock|ワイズ wise|ワイド wide|ワイン wine|ワン one
ワンダー wonder|ヴィレッジ village|ヴィーナス venus|ビーナス venus|ヴィジョン vision|ヴィクトリー victory|プリント print|パック pack|コスメ cosmetics
ミート meat|アグリ agri|シード seed|グリーン green|ツール tool|ギヤ gear|ギア gear|スプリング spring|ボルト bolt|ネジ neji|シート sheet
リフト lift|メカトロ mechatro|テクノス technos|テクニカ technica|ワーク work|オプト opto|ビジョン vision|スキャン scan|チップ chip|リレー relay
ランプ lamp|エコ eco|アクア aqua|エアー air|エア air|バス bus|トラック truck|ライン line|オート auto|カーズ cars|ケア care|シルバー silver
ビルド build|ランド land|パーク park|アメリカ america|インフォ info|ウェア ware|ウエア wear|ブロック block|タイル tile|ボード board|プレス press
キャスト cast|アルミ aluminium|チタン titanium|カッパー copper|マグネ magne|ラバー rubber|カラー color|インキ ink|インク ink|ラボ lab
トレード trade|アート art`;

/** Initials spelled out: ピー・シー・エー is PCA. */
export const LETTERS = 'エー a|エイ a|ビー b|ビイ b|シー c|シイ c|ディー d|デイ d|イー e|イイ e|エフ f|ジー g|エイチ h|エッチ h|アイ i|ジェイ j|ジェー j|ジエイ j|ケイ k|ケー k|エル l|エム m|エヌ n|オー o|ピー p|ピイ p|キュー q|アール r|エス s|ティー t|ティ t|テイ t|ユー u|ヴイ v|ブイ v|ダブリュー w|ダブリュ w|エックス x|ワイ y|ゼット z|ゼッド z';
