package dev.vidiexport.domain.verify;

/** Is told how far a verification has come. */
@FunctionalInterface
public interface VerifyListener {
  /**
   * It has come so far: after each file or slice of a table, and once in a while during long ones.
   */
  void onProgress(VerifyProgress progress);
}
