/** `nonred/verify-rdfc`: credentials of others with `eddsa-rdfc-2022`. Apart from `nonred/verify`, since JSON-LD is ten times its size. */
export { CONTEXTS, type ContextSet } from './certify/contexts.ts';
export { checkProof, type Proof, proofOf } from './certify/proof.ts';
export { rdfc } from './certify/rdfc.ts';
