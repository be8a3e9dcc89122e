package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidiexport.app.files.Sha256;
import dev.vidiexport.domain.dimension.DimensionTable;
import dev.vidiexport.domain.port.DimensionStore;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files of what things are called, in {@code _vidiexport/dimensions} of a target that is held. Each
 * says in its footer which contents it was written for, so that nothing has to be written, or even
 * made ready for writing, where a file is current.
 */
public final class DimensionFolder implements DimensionStore {
  private static final String FOLDER = "dimensions";

  /** More than the footer of a file of so few columns. */
  private static final long TAIL_BYTES = 64 * 1024;

  private static final int DIGEST_BYTES = 16;

  private final TargetFolder target;
  private final ChosenSink format;
  private final String programVersion;

  /**
   * Files below a target, which stays open.
   *
   * @param format with an extension; keeps what is told of the request at the end of a file, as
   *     plain text
   * @param programVersion the version of this program
   */
  public DimensionFolder(TargetFolder target, ChosenSink format, String programVersion) {
    this.target = target;
    this.format = format;
    this.programVersion = programVersion;
  }

  @Override
  public boolean publish(DimensionTable table) {
    Path folder = target.path().resolve(TargetFolder.OWN).resolve(FOLDER);
    Path place =
        folder.resolve(table.dimension().tableName() + "." + format.extension().orElseThrow());
    OutputMessages messages = OutputMessages.ofOutput(place.toString());
    String contents = Sha256.of(table.contents(), DIGEST_BYTES);
    try {
      if (isCurrent(place, contents)) {
        return false;
      }
      try (StagedOutput staged =
          new StagedOutput(target.files(), target.stage(), format, messages, false)) {
        Path whole = write(table, contents, staged);
        target.make(folder);
        new Publication(target.files(), folder, place).replace(whole, staged.place("earlier"));
      }
      return true;
    } catch (IOException unwritten) {
      throw messages.refusal(unwritten);
    }
  }

  private Path write(DimensionTable table, String contents, StagedOutput staged)
      throws IOException {
    try (Sink sink = staged.open(table.dimension().schema())) {
      table.show(sink::write);
      sink.commit(
          new Provenance(
              told(table.dimension().tableName(), contents),
              Optional.empty(),
              table.size(),
              programVersion));
    }
    return staged.finish();
  }

  private static Map<String, String> told(String dimension, String contents) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("dimension", dimension);
    told.put("contents", contents);
    return told;
  }

  private boolean isCurrent(Path place, String contents) throws IOException {
    FileOperations files = target.files();
    if (files.entryKind(place) != EntryKind.FILE) {
      return false;
    }
    try (InputStream stream = files.read(place)) {
      stream.skipNBytes(Math.max(0, files.size(place) - TAIL_BYTES));
      return new String(stream.readAllBytes(), US_ASCII)
          .contains("\"contents\":\"%s\"".formatted(contents));
    }
  }
}
