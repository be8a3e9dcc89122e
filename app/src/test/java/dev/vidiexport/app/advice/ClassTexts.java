package dev.vidiexport.app.advice;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts in a class's code, as its file has them (Java Virtual Machine Specification, 4.4). */
final class ClassTexts {
  private static final int MAGIC_AND_VERSION_BYTES = 8;

  private ClassTexts() {}

  static List<String> of(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream();
        DataInputStream data = new DataInputStream(file)) {
      data.skipNBytes(MAGIC_AND_VERSION_BYTES);
      return read(data);
    } catch (IOException unreadable) {
      throw new AssertionError("The class %s cannot be read".formatted(type.getName()), unreadable);
    }
  }

  private static List<String> read(DataInputStream data) throws IOException {
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> used = new ArrayList<>();
    int constants = data.readUnsignedShort();
    for (int index = 1; index < constants; index++) {
      int tag = data.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(index, data.readUTF());
        case 8 -> used.add(data.readUnsignedShort());
        case 7, 16, 19, 20 -> data.skipNBytes(2);
        case 15 -> data.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipNBytes(4);
        case 5, 6 -> {
          data.skipNBytes(8);
          index++; // Numbers of 64 bits take two places.
        }
        default -> throw new IOException("a constant of the unknown kind " + tag);
      }
    }
    return used.stream().map(texts::get).toList();
  }
}
