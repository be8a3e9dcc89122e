package dev.vidiexport.http;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.http.answers.AnswerReader;
import dev.vidiexport.http.calls.OpenCall;
import dev.vidiexport.http.calls.ServiceCalls;
import dev.vidiexport.http.calls.StatusCheck;
import java.time.Duration;
import java.util.Optional;
import okhttp3.ResponseBody;

/** The data export over HTTP. */
final class RetrofitVidiCenter implements VidiCenter {
  private final VidiCenterApi api;
  private final ServiceCalls calls;
  private final StatusCheck statuses;
  private final AnswerReader answers;

  RetrofitVidiCenter(
      VidiCenterApi api, ServiceCalls calls, StatusCheck statuses, AnswerReader answers) {
    this.api = api;
    this.calls = calls;
    this.statuses = statuses;
    this.answers = answers;
  }

  @Override
  public Answer ask(
      ExportRequest request, CallKind kind, boolean rebuild, Duration timeLeft, RowReceiver rows)
      throws TroubleException {
    requireNonNull(rows, "rows must not be null");
    try (OpenCall<ResponseBody> call =
        calls.send(
            permit -> api.data(ExportQuery.of(request, kind, rebuild), permit),
            kind.mayBuild(),
            timeLeft)) {
      call.check(statuses);
      call.leaveIdlenessToTheSocket();
      Answer answer =
          BodyReading.of(
              call,
              (body, contentType) ->
                  answers.read(body, contentType, kind, rows, () -> built(rows)));
      if (answer instanceof Answer.Failed) {
        calls.endBuild();
      }
      return answer;
    }
  }

  /** However long its rows take to come, VidiCenter can build another one for this user. */
  private void built(RowReceiver rows) {
    calls.endBuild();
    rows.ready();
  }

  @Override
  public Optional<LimitReached> reserve(CallKind kind, int spareCalls) {
    return calls.reserve(kind.mayBuild(), spareCalls);
  }

  @Override
  public void rest() {
    calls.rest();
  }

  @Override
  public void end() {
    calls.rest();
    calls.endBuild();
  }

  @Override
  public void cancel() {
    calls.cancel();
  }
}
