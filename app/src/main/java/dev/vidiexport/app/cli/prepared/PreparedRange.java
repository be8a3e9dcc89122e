package dev.vidiexport.app.cli.prepared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import picocli.CommandLine.Range;

/**
 * How many words an argument takes, or at which places it stands.
 *
 * @param text as picocli writes it
 * @param isUsual whether nobody has said it; picocli then reads a value that is given to a flag, so
 *     that the program can say what is wrong with it
 */
record PreparedRange(String text, boolean isUsual) {
  static PreparedRange of(Range range) {
    return new PreparedRange(range.toString(), range.isUnspecified());
  }

  Range range() {
    return Range.valueOf(text).unspecified(isUsual);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(text);
    out.writeBoolean(isUsual);
  }

  static PreparedRange read(DataInput in) throws IOException {
    return new PreparedRange(in.readUTF(), in.readBoolean());
  }
}
