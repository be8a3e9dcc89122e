package dev.vidiexport.http.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.typing.KnownColumns;
import dev.vidiexport.domain.typing.SchemaDiscovery;
import dev.vidiexport.domain.typing.ValueKind;
import dev.vidiexport.http.MessageRules;
import dev.vidiexport.http.WorkedExample;
import java.io.IOException;
import okio.Buffer;

/**
 * Whatever a body holds, it is read to one of its known ends, in words that can be shown; and rows
 * that are taken out before the parser make no difference.
 */
class AnswerReaderFuzzTest {
  private static final RemoteText REMOTE_TEXT = new RemoteText(WorkedExample.CREDENTIALS::hiddenIn);
  private static final KnownColumns KNOWN =
      DataCatalogue.documented().columns("footfall", TimeResolution.FINEST, false);

  private final AnswerReader quick = new AnswerReader(REMOTE_TEXT);
  private final AnswerReader plodding = new AnswerReader(REMOTE_TEXT, 0);

  @FuzzTest(maxDuration = "60s")
  void readsAnyBody(byte[] body) {
    String end = read(quick, body);

    assertThat(end).isEqualTo(read(plodding, body));
  }

  private static String read(AnswerReader reader, byte[] body) {
    Rows rows = new Rows();
    String end;
    try {
      end = reader.read(new AnswerBody(new Buffer().write(body)), "", rows).toString();
    } catch (ExportException failure) {
      assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL_BROKEN);
      end = MessageRules.checked(failure.getMessage());
    } catch (IOException cut) {
      end = "cut";
    }
    return rows.text + end + rows.recorded.nulled();
  }

  /** Keeps rows as text, and finds out what their columns could hold. */
  private static final class Rows implements RowReceiver {
    private final StringBuilder text = new StringBuilder();
    private final RecordedRows recorded = new RecordedRows();
    private final SchemaDiscovery discovery = new SchemaDiscovery(KNOWN, 10_000);

    @Override
    public int column(String key) {
      int column = discovery.column(key);
      assertThat(recorded.column(key)).isEqualTo(column);
      return column;
    }

    @Override
    public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
      discovery.observe(column, kind, utf8, offset, length);
      recorded.value(column, kind, utf8, offset, length);
    }

    @Override
    public void nulledInNested(int count) {
      recorded.nulledInNested(count);
    }

    @Override
    public void endRow(long bytes) {
      recorded.endRow(bytes);
      text.append(recorded.rows().get(recorded.rows().size() - 1));
      text.append(discovery.schema()).append('\n');
    }
  }
}
