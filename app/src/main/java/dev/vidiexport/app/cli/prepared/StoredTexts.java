package dev.vidiexport.app.cli.prepared;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists of texts among the data of a prepared command: how many, then one after the other. */
final class StoredTexts {
  private StoredTexts() {}

  static void write(List<String> texts, DataOutput out) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static List<String> read(DataInput in) throws IOException {
    int size = in.readUnsignedShort();
    List<String> texts = new ArrayList<>(size);
    for (int text = 0; text < size; text++) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
