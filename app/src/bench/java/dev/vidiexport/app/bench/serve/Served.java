package dev.vidiexport.app.bench.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A body that is ready to be sent. Immutable.
 *
 * @param pieces what it consists of, one behind the other
 * @param encoding how it is compressed
 */
public record Served(List<Piece> pieces, Optional<String> encoding) {
  /** Refuses nulls and keeps a copy. */
  public Served {
    pieces = List.copyOf(pieces);
  }

  /** A part of a body. */
  sealed interface Piece {
    long length();

    void sendTo(WritableByteChannel channel) throws IOException;
  }

  /** A part of a file; the kernel copies it without showing it to this process. */
  private record FilePiece(Path file, long length) implements Piece {
    @Override
    public void sendTo(WritableByteChannel channel) throws IOException {
      try (FileChannel source = FileChannel.open(file)) {
        for (long sent = 0; sent < length; ) {
          sent += source.transferTo(sent, length - sent, channel);
        }
      }
    }
  }

  private record TextPiece(String text) implements Piece {
    @Override
    public long length() {
      return text.getBytes(UTF_8).length;
    }

    @Override
    public void sendTo(WritableByteChannel channel) throws IOException {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /** A short body. */
  public static Served text(String json) {
    return new Served(List.of(new TextPiece(json)), Optional.empty());
  }

  /** The JSON of a file. */
  public static Served plain(Path file) throws IOException {
    return new Served(List.of(whole(file)), Optional.empty());
  }

  /** The JSON of a file that is compressed with gzip. */
  public static Served packed(Path file) throws IOException {
    return new Served(List.of(whole(file)), Optional.of("gzip"));
  }

  /** A list whose entries are those of a file, several times over. */
  public static Served repeated(String before, Path entries, int times, String behind)
      throws IOException {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new TextPiece(before));
    pieces.add(whole(entries));
    for (Piece again : Collections.nCopies(times - 1, whole(entries))) {
      pieces.add(new TextPiece(", "));
      pieces.add(again);
    }
    pieces.add(new TextPiece(behind));
    return new Served(pieces, Optional.empty());
  }

  private static Piece whole(Path file) throws IOException {
    return new FilePiece(file, Files.size(file));
  }

  /** How many bytes it has. */
  public long length() {
    return pieces.stream().mapToLong(Piece::length).sum();
  }
}
