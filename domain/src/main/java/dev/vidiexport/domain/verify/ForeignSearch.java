package dev.vidiexport.domain.verify;

/** Finds what stands where the slices of an export do, and is none of theirs. For one thread. */
interface ForeignSearch {
  /** Tells what is foreign where the slices of an export stand. */
  void search(VerifiedExport export);
}
