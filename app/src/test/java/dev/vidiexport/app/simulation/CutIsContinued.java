package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.typing.ValueKind;
import java.time.Duration;
import java.util.Optional;

/**
 * A planted bug: after a cut the next answer is taken up where the first one ended, which is right
 * only as long as both are of the same build.
 */
public final class CutIsContinued extends ForwardingVidiCenter {
  private Optional<ReplayableRows> cut = Optional.empty();

  /** Stands before the shipped one. */
  public CutIsContinued(VidiCenter real) {
    super(real);
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    ReplayableRows recorded = new ReplayableRows(rows);
    RowReceiver taking = cut.<RowReceiver>map(first -> new Rest(first, rows)).orElse(recorded);
    try {
      return real.ask(request, kind, rebuild, timeLeft, taking);
    } catch (TroubleException trouble) {
      if (trouble.trouble().kind() == Trouble.Kind.CUT && recorded.rows() > 0) {
        cut = Optional.of(recorded);
      }
      throw trouble;
    }
  }

  /** The rows of the first answer, and then those of the second one that come after as many. */
  private static final class Rest extends ForwardingRows {
    private final ReplayableRows first;
    private int seen;

    Rest(ReplayableRows first, RowReceiver rows) {
      super(rows);
      this.first = first;
    }

    @Override
    public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
      if (seen >= first.rows()) {
        rows.value(column, kind, utf8, offset, length);
      }
    }

    @Override
    public void nulledInNested(int count) {
      if (seen >= first.rows()) {
        rows.nulledInNested(count);
      }
    }

    @Override
    public void endRow(long bodyBytes) {
      if (seen >= first.rows()) {
        rows.endRow(bodyBytes);
      }
      seen++;
      if (seen == first.rows()) {
        first.replay(rows);
      }
    }
  }
}
