package dev.vidiexport.app.completion;

import java.util.List;

/** A shell that runs, with the completion of this program. */
interface Shell extends AutoCloseable {
  /**
   * What the shell offers at the end of a line, as the words that it would write there: without
   * quotation marks, and as different as shells write them.
   */
  List<String> offers(String line);

  @Override
  void close();
}
