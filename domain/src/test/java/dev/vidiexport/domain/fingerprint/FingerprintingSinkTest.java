package dev.vidiexport.domain.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.port.InMemoryDestination;
import dev.vidiexport.domain.port.InMemoryDestination.Step;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Provenance;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintingSinkTest {
  private static final Schema SCHEMA = Schema.of(new Column("a", ColumnType.WHOLE));

  private final InMemoryDestination destination = new InMemoryDestination();
  private final RowFingerprint fingerprint = new RowFingerprint(SCHEMA, List.of("a"));
  private final RowBatchBuilder batch = new RowBatchBuilder(SCHEMA);

  private FingerprintingSink open() throws IOException {
    destination.check();
    batch.putLong(0, 1056);
    batch.endRow();
    return new FingerprintingSink(destination.open(SCHEMA), fingerprint);
  }

  @Test
  void takesTheFingerprintOfWhatItHandsOn() throws Exception {
    RowFingerprint expected = new RowFingerprint(SCHEMA, List.of("a"));
    try (FingerprintingSink sink = open()) {
      expected.add(batch.batch());

      sink.write(batch.batch());
      sink.commit(new Provenance(Map.of(), Optional.empty(), 1, "0.1.0"));
    }
    destination.publish();

    assertThat(fingerprint.hex()).isEqualTo(expected.hex());
    assertThat(destination.published().orElseThrow().rows()).containsExactly(List.of("1056"));
    assertThat(destination.openSinks()).isZero();
  }

  @Test
  void letsFailuresThrough() throws Exception {
    IOException full = new IOException("the disk is full");
    destination.when(
        Step.WRITE,
        () -> {
          throw full;
        });
    try (FingerprintingSink sink = open()) {
      assertThatThrownBy(() -> sink.write(batch.batch())).isSameAs(full);
    }

    assertThat(destination.openSinks()).isZero();
  }
}
