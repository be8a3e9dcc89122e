package dev.vidiexport.sinks.sqlite;

import static dev.vidiexport.sinks.sqlite.Histories.FIRST;
import static dev.vidiexport.sinks.sqlite.Histories.VIEWERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.SampleTable;
import dev.vidiexport.spi.SampleValue;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceWriter;
import dev.vidiexport.spi.StandingSlice;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed with its rows in place and not yet committed. */
class SliceKillTest {
  private static final SampleTable BEFORE =
      SampleTable.ofColumn(ColumnType.TEXT, SampleValue.text("a"), SampleValue.text("b"));

  @TempDir private Path folder;

  @Test
  void leavesWhatWasThere() throws Exception {
    Path file = folder.resolve("audience.db");
    Histories.publish(file, FIRST, BEFORE);
    CommittedSlice committed = Histories.committed(FIRST, BEFORE);

    kill(file);
    assertThat(folder.resolve("audience.db-journal")).isNotEmptyFile();

    try (SliceReader reader = Histories.TABLES.read(Histories.target(file, "viewers"))) {
      assertThat(reader.look(VIEWERS, FIRST))
          .isEqualTo(new StandingSlice(Optional.of(committed), 2));
    }
    kill(file);
    try (SliceWriter writer = Histories.TABLES.write(Histories.target(file, "viewers"))) {
      assertThat(writer.committed(VIEWERS, FIRST)).contains(committed);
      Histories.publish(writer, FIRST, BEFORE);
    }
    assertThat(Exports.query(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(folder.toFile().list()).containsExactly("audience.db");
  }

  @Test
  void leavesNoTableWhereNoneWas() throws Exception {
    Path file = folder.resolve("audience.db");

    kill(file);

    try (SliceWriter writer = Histories.TABLES.write(Histories.target(file, "viewers"))) {
      assertThat(writer.committed(VIEWERS, FIRST)).isEmpty();
      assertThat(writer.has(VIEWERS)).isFalse();
      Histories.publish(writer, FIRST, BEFORE);
    }
    assertThat(Exports.query(file, "SELECT count(*) FROM viewers")).containsExactly("2");
  }

  private static void kill(Path file) throws Exception {
    Process process = PublishingProcess.start(file);
    process.destroyForcibly().waitFor();
  }
}
