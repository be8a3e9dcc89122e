package dev.vidiexport.domain.architecture.planted.table;

/** Breaks the rule that standard output is not the domain's. */
final class TableThatPrints {
  void print() {
    System.out.println("a row");
  }
}
