package dev.vidiexport.app.bench.child;

/** A program that does nothing: what is left is the start of the virtual machine. */
public final class EmptyProgram {
  private EmptyProgram() {}

  /** Ends at once. */
  public static void main(String[] arguments) {}
}
