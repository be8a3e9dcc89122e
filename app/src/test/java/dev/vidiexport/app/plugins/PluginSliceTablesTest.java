package dev.vidiexport.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.CommittedSlice;
import dev.vidiexport.spi.Provenance;
import dev.vidiexport.spi.RowFiller;
import dev.vidiexport.spi.RowsRefusedException;
import dev.vidiexport.spi.Slice;
import dev.vidiexport.spi.SliceColumn;
import dev.vidiexport.spi.SliceContext;
import dev.vidiexport.spi.SliceReader;
import dev.vidiexport.spi.SliceRows;
import dev.vidiexport.spi.SliceSink;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.SliceTables;
import dev.vidiexport.spi.SliceTarget;
import dev.vidiexport.spi.SliceWriter;
import dev.vidiexport.spi.StandingSlice;
import dev.vidiexport.spi.TargetHeldException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Tables of a plugin: called with its own classes, and whatever it throws is told as its failure.
 */
class PluginSliceTablesTest {
  private static final SliceTable TABLE = new SliceTable(Optional.empty(), "viewers");
  private static final Slice SLICE = new Slice("viewers/2024-01-01/3f9a1c02");
  private static final CommittedSlice NONE = new CommittedSlice(SLICE, 1, 0, "0");
  private static final SliceTarget TARGET =
      new SliceTarget("some:where", Optional.of("ledger"), List.of(TABLE));
  private static final SliceContext CONTEXT = new SliceContext(TABLE, SLICE, List.of());

  private final ClassLoader classes = new URLClassLoader(new URL[0]);
  private final Set<String> calledWithOthers = new TreeSet<>();
  private final List<String> called = new ArrayList<>();
  private final PluginOfTables plugin = new PluginOfTables();

  private <T> T watched(Class<T> type, T thing) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          called.add(type.getSimpleName() + "." + method.getName());
          if (Thread.currentThread().getContextClassLoader() != classes) {
            calledWithOthers.add(type.getSimpleName() + "." + method.getName());
          }
          return invoke(thing, method, arguments);
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object thing, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(thing, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private SliceTables tables() {
    return new PluginSliceTables(
        watched(SliceTables.class, plugin),
        "odd",
        new PluginTableCalls(new PluginInvoker(classes)));
  }

  @Test
  void areCalledWithTheClassesOfThePlugin() throws Exception {
    SliceTables tables = tables();
    assertThat(tables.problemWith("some:where", TABLE)).isEmpty();
    tables.check(TARGET);
    try (SliceWriter writer = tables.write(TARGET);
        SliceReader reader = tables.read(TARGET)) {
      assertThat(writer.has(TABLE)).isTrue();
      assertThat(writer.committed(TABLE, SLICE)).contains(NONE);
      try (SliceSink sink = writer.open(CONTEXT)) {
        sink.commit(provenance());
        sink.publish(NONE, List.of());
      }
      writer.remove(TABLE, NONE);
      assertThat(reader.look(TABLE, SLICE)).isEqualTo(new StandingSlice(Optional.of(NONE), 3));
      assertThat(reader.idsAfter(TABLE, Optional.empty(), 5)).containsExactly("mine");
      try (SliceRows rows = reader.rows(TABLE, SLICE, List.of())) {
        assertThat(rows.committed()).isEqualTo(NONE);
        assertThat(rows.columns()).isEmpty();
      }
    }

    assertThat(calledWithOthers).isEmpty();
    assertThat(called)
        .contains(
            "SliceTables.check",
            "SliceWriter.remove",
            "SliceWriter.close",
            "SliceSink.publish",
            "SliceSink.close",
            "SliceReader.idsAfter",
            "SliceRows.close",
            "SliceReader.close");
    assertThat(Thread.currentThread().getContextClassLoader()).isNotSameAs(classes);
  }

  @Test
  void letThroughWhatTheInterfacesName() throws Exception {
    plugin.failure = new TargetHeldException("It is held.");
    assertThatThrownBy(() -> tables().write(TARGET)).isSameAs(plugin.failure);
    plugin.failure = null;
    try (SliceWriter writer = tables().write(TARGET)) {
      plugin.failure = new RowsRefusedException("no");
      assertThatThrownBy(() -> writer.open(CONTEXT)).isSameAs(plugin.failure);
    }
  }

  @Test
  void tellADefectAsAFailureOfThePlugin() {
    plugin.defect = new IllegalStateException("broken");

    assertThatIOException()
        .isThrownBy(() -> tables().check(TARGET))
        .withMessageContaining("it failed in an unexpected way");
    assertThat(tables().problemWith("some:where", TABLE))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith("The format odd cannot say what it makes of this target: "));
  }

  /** How far it came is known to nobody. */
  @Test
  void callACommitUncertainThatADefectEnds() throws Exception {
    try (SliceWriter writer = tables().write(TARGET)) {
      SliceSink sink = writer.open(CONTEXT);
      plugin.defect = new IllegalStateException("broken");

      assertThatThrownBy(() -> sink.publish(NONE, List.of()))
          .isInstanceOf(CommitUncertainException.class);
      assertThatThrownBy(() -> writer.remove(TABLE, NONE))
          .isInstanceOf(CommitUncertainException.class);
      plugin.defect = null;
      sink.close();
    }
  }

  private static Provenance provenance() {
    return new Provenance(Map.of(), Optional.empty(), 0, "1.0");
  }

  /** Does nothing, or fails as it is told. */
  private final class PluginOfTables implements SliceTables {
    private IOException failure;
    private RuntimeException defect;

    private void work() throws IOException {
      if (defect != null) {
        throw defect;
      }
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public Optional<String> problemWith(String address, SliceTable table) {
      if (defect != null) {
        throw defect;
      }
      return Optional.empty();
    }

    @Override
    public void check(SliceTarget target) throws IOException {
      work();
    }

    @Override
    public SliceWriter write(SliceTarget target) throws IOException {
      work();
      return watched(SliceWriter.class, new Writer());
    }

    @Override
    public SliceReader read(SliceTarget target) throws IOException {
      work();
      return watched(SliceReader.class, new Reader());
    }

    private final class Writer implements SliceWriter {
      @Override
      public boolean has(SliceTable table) {
        return true;
      }

      @Override
      public SliceSink open(SliceContext context) throws IOException {
        work();
        return watched(SliceSink.class, new NoSink());
      }

      @Override
      public Optional<CommittedSlice> committed(SliceTable table, Slice slice) {
        return Optional.of(NONE);
      }

      @Override
      public void remove(SliceTable table, CommittedSlice none) throws IOException {
        work();
      }

      @Override
      public void close() {}
    }

    private final class NoSink implements SliceSink {
      @Override
      public void write(RowBatch rows) {}

      @Override
      public void commit(Provenance provenance) {}

      @Override
      public void publish(CommittedSlice slice, List<SliceColumn> columns) throws IOException {
        work();
      }

      @Override
      public void close() {}
    }

    private final class Reader implements SliceReader {
      @Override
      public StandingSlice look(SliceTable table, Slice slice) {
        return new StandingSlice(Optional.of(NONE), 3);
      }

      @Override
      public List<String> idsAfter(SliceTable table, Optional<String> last, int most) {
        return List.of("mine");
      }

      @Override
      public SliceRows rows(SliceTable table, Slice slice, List<SliceColumn> columns) {
        return watched(SliceRows.class, new NoRows());
      }

      @Override
      public void close() {}
    }
  }

  private static final class NoRows implements SliceRows {
    @Override
    public CommittedSlice committed() {
      return NONE;
    }

    @Override
    public List<SliceColumn> columns() {
      return List.of();
    }

    @Override
    public boolean fill(RowFiller filler) {
      return false;
    }

    @Override
    public void close() {}
  }
}
