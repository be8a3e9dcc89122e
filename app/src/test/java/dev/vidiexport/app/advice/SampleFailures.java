package dev.vidiexport.app.advice;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.PollState;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.TimeOverReason;
import dev.vidiexport.domain.polling.Trouble;
import java.time.Duration;
import java.util.Optional;

/** A failure for each reason, as whoever ends a run for it tells it. */
final class SampleFailures {
  private static final String SERVER = "vidicenter.quividi.com";
  private static final Duration EARLY = Duration.ofSeconds(10);
  private static final Duration DEADLINE = Duration.ofHours(1);
  private static final Answer BUILDING = new Answer.InProgress(Optional.empty());
  private static final String HELD =
      LimitReached.untilSomebodyIsDone(LimitReached.Limit.CONNECTIONS, true)
          .reason(ServiceLimits.documented());
  private static final String LISTING =
      "the list needs 65 calls, including one for each tag, and VidiCenter allows 50 in 1m";

  private SampleFailures() {}

  static Failure of(FailureReason reason) {
    return switch (reason) {
      case ANSWER_SMALLER ->
          new Failure(
              reason,
              "The new answer has less than the file: 20 measured periods of location 1056 where the"
                  + " file has 24.");
      case TOPOLOGY_SMALLER ->
          new Failure(
              reason,
              "VidiCenter lists 3 locations, and 97 of the 100 that it listed last time are not among"
                  + " them.");
      case CREDENTIALS_IN_URL ->
          new Failure(reason, "The base URL must not contain a user name or a password.");
      case TOKEN_FILE_OPEN_TO_OTHERS ->
          new Failure(
              reason,
              "--token-file must be readable only by you, but others can read \"token\", which"
                  + " belongs to me, group users, and has mode 0644.");
      case TOKEN_FILE_NOT_PERMITTED ->
          new Failure(
              reason,
              "--token-file must be a file that you can read, but \"token\", which belongs to root,"
                  + " group root, and has mode 0400, cannot be read: permission denied.");
      case TOKEN_FILE_UNUSABLE ->
          new Failure(
              reason, "--token-file must be a file or a pipe, but \"/secrets\" is a folder.");
      case TOKEN_STILL_AWAITED ->
          new Failure(
              reason,
              "--token-file must be written to its end, but after 1m the end of \"pipe\" had not"
                  + " come.");
      case FORMAT_NOT_TOLD ->
          new Failure(reason, "The extension of \"out.foo\" does not tell the format.");
      case FORMAT_NEEDS_FILE ->
          new Failure(reason, "The format sqlite cannot write to standard output.");
      case NAME_FITS_OTHER_FORMATS ->
          new Failure(
              reason,
              "The name \"rows.parquet\" promises parquet, but the format csv writes something"
                  + " else.");
      case NAME_FITS_NO_FORMAT ->
          new Failure(
              reason,
              "The name \"rows.json.gz\" promises json packed with gzip, but the format json does"
                  + " not pack so.");
      case NAME_CONTRADICTS_OPTION ->
          new Failure(
              reason,
              "The name \"rows.csv.gz\" promises csv packed with gzip, but the output is to be"
                  + " written with compression=none.");
      case NAME_FITS_NO_REPORT ->
          new Failure(
              reason,
              "The name \"report.json.gz\" promises json packed with gzip, but a report is plain"
                  + " JSON.");
      case PLAIN_HTTP_OFF_THIS_MACHINE ->
          new Failure(
              reason,
              "localhost is called over plain http, but its name resolves to 192.0.2.1, which is"
                  + " not this machine; nothing was sent.");
      case NOT_A_KEY_STORE ->
          new Failure(
              reason,
              "javax.net.ssl.trustStore must name a key store of Java (PKCS12 or JKS), but"
                  + " \"ca.pem\" holds certificates or keys as text (PEM).");
      case RECEIPT_IS_OUTPUT -> new Failure(reason, "--report and --output lead to the same file.");
      case HISTORY_SETTINGS_FIXED ->
          new Failure(
              reason,
              "The export viewers_hourly has files that were made with time_resolution 1h, which"
                  + " cannot become 15m.");
      case HISTORY_OF_OTHER_HOST ->
          new Failure(
              reason,
              "The history in audience comes from %s, but 127.0.0.1 is to be asked now."
                  .formatted(SERVER));
      case MOMENT_NOT_POSSIBLE ->
          new Failure(reason, "The moment 2030-01-01T00:00:00Z is later than this clock says.");
      case HISTORY_NOT_READABLE ->
          new Failure(
              reason,
              "Files of the format \"xlsx\" cannot be read back; those of parquet, jsonl, json and"
                  + " csv can.");
      case SOURCES_NOT_KNOWN ->
          new Failure(
              reason,
              "The export viewers_hourly asks for all locations, and which those are has never been"
                  + " learnt.");

      case CREDENTIALS_REFUSED -> refused(reason, "the credentials with 401: Invalid API Token");
      case ACCESS_REFUSED ->
          refused(reason, "the credentials with 403: You have no access to location 999");

      case BUILD_FAILED -> failed("the disk is full");
      case EXPORT_TOO_LARGE -> failed("too many rows");

      case STILL_BUILDING -> stopped(begin().onAnswer(BUILDING, EARLY).onTimeOver(DEADLINE));
      case ROWS_STILL_COMING -> stopped(begin().onDrift(DEADLINE));
      case OUTPUT_STILL_WRITTEN ->
          TimeOverReason.because(reason, DEADLINE, "the output was still being written");
      case LIMITS_HELD -> stopped(begin().onTrouble(held(), EARLY));
      case LIMITS_HELD_BEFORE_REBUILD -> stopped(beginWithRebuild().onTrouble(held(), EARLY));
      case NO_TIME_TO_ASK -> stopped(begin().onTimeOver(Duration.ofMillis(3)));
      case FORMAT_STILL_CHECKING ->
          TimeOverReason.because(
              reason,
              DEADLINE,
              "the format odd of odd.jar was still checking whether it can work here. No call was"
                  + " made to VidiCenter");
      case LISTING_TIME_OVER ->
          TimeOverReason.because(
              reason,
              Duration.ofMinutes(1),
              LISTING + ", and the time ran out before the next one");
      case LISTING_LIMITS_HELD ->
          TimeOverReason.because(reason, Duration.ofMinutes(1), LISTING + "; " + HELD);
      case LISTING_NEEDS_MORE_TIME ->
          new Failure(
              reason,
              TimeOverReason.because(reason, EARLY, LISTING).message(),
              Optional.of(Duration.ofMinutes(1)));
      case ACCOUNT_LIMITS_HELD ->
          new Failure(reason, "VidiCenter did not say whose credentials these are: " + HELD + ".");

      case OUTPUT_EXISTS -> cannotWrite(reason, "it already exists");
      case OUTPUT_APPEARED ->
          cannotWrite(
              reason, "something of that name has appeared in the meantime, and stays as it is");
      case OUTPUT_IS_FOLDER -> cannotWrite(reason, "it is a folder");
      case OUTPUT_IS_DEVICE ->
          cannotWrite(reason, "it is not a regular file but a device, FIFO or socket");
      case OUTPUT_FOLDER_MISSING -> cannotWrite(reason, "its folder /data does not exist");
      case OUTPUT_NOT_PERMITTED -> cannotWrite(reason, "permission denied (/data)");
      case OUTPUT_BEING_WRITTEN -> cannotWrite(reason, "another run is writing it");
      case DISK_FULL -> cannotWrite(reason, "No space left on device");
      case READER_GONE -> new Failure(reason, "Cannot write to standard output: Broken pipe.");
      case OUTPUT_UNUSABLE -> cannotWrite(reason, "Input/output error");
      case STAGING_NOT_PERMITTED -> cannotStage(reason, "permission denied (/tmp)");
      case STAGING_DISK_FULL -> cannotStage(reason, "No space left on device");
      case STAGING_UNUSABLE -> cannotStage(reason, "the folder does not exist");
      case FORMAT_CANNOT_WORK ->
          cannotWrite(
              reason, "the format odd of odd.jar failed: The server sleeps. Wake it with odd wake");
      case FORMAT_NEEDS_OPTION ->
          cannotWrite(
              reason,
              "zstd needs native code, which could not be unpacked into /tmp and run from there."
                  + " Start java with -Djava.io.tmpdir=DIR, a folder that you may write to, on a"
                  + " file system that allows execution, or use compression=gzip, which needs"
                  + " none");
      case FORMAT_FAILED ->
          new Failure(
              reason,
              "The output could not be written, because the format odd of odd.jar failed in an"
                  + " unexpected way while it was writing rows.");
      case FORMAT_INCOMPLETE -> cannotWrite(reason, "the format odd of odd.jar left no file");
      case OUTPUT_UNCERTAIN ->
          new Failure(
              reason,
              "The run had to end while the format odd of odd.jar was completing the output.");
      case OUTPUT_UNCERTAIN_AS_FORMAT_FAILED ->
          new Failure(
              reason,
              "The output could not be written, because the format odd of odd.jar failed in an"
                  + " unexpected way while it was completing the output.");
      case LEDGER_DAMAGED -> cannotUseLedger(reason, "it is damaged");
      case LEDGER_NEWER ->
          cannotUseLedger(
              reason,
              "it was written by a newer version of this program (ledger version 2, and this one"
                  + " knows 1)");
      case LEDGER_OLDER ->
          cannotUseLedger(
              reason,
              "it was written by an older version of this program, and is to be brought up to"
                  + " date");
      case LEDGER_HELD -> cannotUseLedger(reason, "another program holds it");
      case LEDGER_NOT_PERMITTED ->
          cannotUseLedger(reason, "permission denied, for it or for its folder");
      case LEDGER_DISK_FULL -> cannotUseLedger(reason, "there is no space left");
      case LEDGER_UNUSABLE -> cannotUseLedger(reason, "the disk or the network reported an error");
      case SLICE_UNCERTAIN ->
          new Failure(
              reason,
              "Nobody knows whether the rows of viewers/2024-03-01/3f9a1c02 were committed: the"
                  + " connection broke.");
      case TABLE_MISSING ->
          new Failure(reason, "The table viewers is not there, and the ledger says it has rows.");
      case HISTORY_FILE_CHANGED ->
          new Failure(
              reason,
              "The file viewers/date=2024-03-01/viewers-2024-03-01-3f9a1c02.csv of the history is"
                  + " gone, or not as the ledger lists it.");
      case HISTORY_FILE_UNREADABLE ->
          new Failure(
              reason,
              "The file viewers.csv cannot be read back: in line 7, column \"age\", \"x\" is not a"
                  + " whole number of 64 bits.");
      case ROW_FILE_UNREADABLE ->
          new Failure(reason, "The file viewers.parquet cannot be read back: it is not there.");
      case REPORT_NOT_POSSIBLE ->
          new Failure(
              reason,
              "There is no report of gate. There are reports of viewers, ots, footfall, vehicles,"
                  + " vehicles_footfall.");
      case REPORT_COUNTS_TWICE ->
          new Failure(
              reason,
              "The exports viewers_hourly and viewers_daily are both of viewers, and would count"
                  + " twice.");
      case REPORT_FILE_NOT_TOLD ->
          new Failure(reason, "The file viewers.csv does not say what VidiCenter was asked for.");
      case REPORT_DAYS_NOT_TOLD ->
          new Failure(reason, "The files have no rows, and nobody says of which days they are.");
      case REPORT_SITES_NOT_TOLD ->
          new Failure(
              reason,
              "The rows do not say of which sites the cameras are, so that no site can be a place.");
      case NATIVE_CODE_UNUSABLE ->
          new Failure(
              reason,
              "The ledger cannot be opened: SQLite's native code cannot be loaded, because it"
                  + " could not be unpacked into /home/me/.cache/vidiexport and run from there.");

      case ANSWER_BROKEN -> ProtocolViolation.of("contains no state").failure();
      case ANSWER_BEYOND_BOUNDS ->
          ProtocolViolation.of(reason, "is nested deeper than 64 levels in row 2").failure();
      case PAGE_INSTEAD_OF_ANSWER ->
          ProtocolViolation.of(
                  reason, "is not a JSON object: it begins with \"<!DOCTYPE html>\" (text/html)")
              .failure();
      case NOT_THE_SERVICE ->
          new Failure(
              reason,
              "Expected 200 and JSON from VidiCenter at %s, but it answered 204 No Content."
                  .formatted(SERVER));
      case COLUMNS_KEEP_CHANGING -> stopped(afterFourDrifts());
      case ROW_LIMIT_REACHED ->
          new Failure(
              reason,
              "VidiCenter sent 3000000 rows, and puts no more than 3000000 into one export: the"
                  + " rest is probably cut off.");

      case SERVICE_NOT_REACHED ->
          timeOver(Trouble.Kind.NOT_DELIVERED, "the host name of %s is unknown".formatted(SERVER));
      case CERTIFICATE_NOT_VALID ->
          new Failure(
              reason,
              "The certificate of %s is not valid for it, so nothing was sent.".formatted(SERVER));
      case CERTIFICATE_NOT_VALID_NOW ->
          new Failure(
              reason,
              "The certificate of %s is valid from 2025-01-01 00:00:00 UTC to 2026-01-01 00:00:00 UTC,"
                      .formatted(SERVER)
                  + " and the clock of this machine shows 2026-01-02 10:00:00 UTC; nothing was"
                  + " sent.");
      case PROXY_CREDENTIALS_REFUSED ->
          new Failure(
              reason,
              "Nothing was sent: the proxy proxy.example.com:3128 (set by https_proxy) requires"
                  + " credentials of its own (407).");
      case TOO_MANY_CALLS ->
          timeOver(
              Trouble.Kind.RATE_LIMITED,
              "VidiCenter at %s answered 429 Too Many Requests".formatted(SERVER));
      case SERVICE_NOT_ANSWERING -> stopped(afterTenTroubles());
      case ANSWERS_CUT -> timeOver(Trouble.Kind.CUT, "the answer ended too early, after 53 bytes");
      case COME_BACK_LATER ->
          stopped(
              begin()
                  .onTrouble(
                      new Trouble(
                          Trouble.Kind.RATE_LIMITED,
                          "VidiCenter at %s answered 429 Too Many Requests".formatted(SERVER),
                          Optional.of(Duration.ofHours(2))),
                      EARLY));
      case REBUILD_UNCERTAIN ->
          stopped(beginWithRebuild().onTrouble(reset(), EARLY).onDrift(EARLY));
      case ACCOUNT_NOT_REACHED ->
          new Failure(
              reason,
              "VidiCenter did not say whose credentials these are: VidiCenter at %s answered 503"
                      .formatted(SERVER)
                  + " Service Unavailable.",
              Optional.of(Duration.ofSeconds(90)));

      case REQUEST_REFUSED -> refused(reason, "the request with 400: Unknown location 1056");
      case REQUEST_TOO_LARGE -> refused(reason, "the request with 400: Too many rows");
      case URL_TOO_LONG -> refused(reason, "the request with 414 Request-URI Too Long");
      case REFUSED_AS_BY_PROXY ->
          new Failure(
              reason, "%s refused the request with 407, as if it were a proxy.".formatted(SERVER));
      case ROWS_DO_NOT_FIT ->
          new Failure(
              reason,
              "The rows do not fit the columns, whose types are fixed: \"watcher_count\" is whole, but"
                  + " row 1,056 has 1.5. They fit with columns: {watcher_count: decimal}.");
      case ROWS_NOT_KEPT ->
          new Failure(
              reason,
              "The database cannot keep the rows: the text in row 1,056 of \"site_name\" has a NUL.");

      case LEDGER_MISSING ->
          new Failure(
              reason, "The target /data/audience has files of viewers_hourly, but no ledger.");
      case TARGET_HELD ->
          new Failure(
              reason,
              "/data/audience is being changed by another run, process 4711 on reports since"
                  + " 2026-02-01T03:00:00Z.");

      case DEFECT -> ExportException.defect(new IllegalStateException()).failure();
      case OUT_OF_MEMORY -> ExportException.defect(new OutOfMemoryError()).failure();
      case OUT_OF_MEMORY_WHILE_COMPLETING ->
          new Failure(
              reason,
              "There was not enough memory while the format odd of odd.jar was completing the output.");
      case OUT_OF_THREADS ->
          ExportException.defect(new OutOfMemoryError("unable to create native thread")).failure();
      case CANCELLED -> ExportException.cancelled().failure();
    };
  }

  private static Failure refused(FailureReason reason, String what) {
    return new Failure(reason, "VidiCenter at %s refused %s.".formatted(SERVER, what));
  }

  private static Failure cannotWrite(FailureReason reason, String found) {
    return new Failure(reason, "Cannot write out.csv: %s.".formatted(found));
  }

  private static Failure cannotUseLedger(FailureReason reason, String found) {
    return new Failure(
        reason, "The ledger audience/_vidiexport/ledger.db cannot be used: %s.".formatted(found));
  }

  private static Failure cannotStage(FailureReason reason, String found) {
    return new Failure(reason, "Cannot stage standard output in /tmp: %s.".formatted(found));
  }

  private static Failure failed(String said) {
    return stopped(begin().onAnswer(new Answer.Failed(Optional.empty(), Optional.of(said)), EARLY));
  }

  private static Failure timeOver(Trouble.Kind kind, String reason) {
    return stopped(begin().onTrouble(Trouble.of(kind, reason), DEADLINE));
  }

  private static PollState begin() {
    return PollState.begin(policy(), false);
  }

  private static PollState beginWithRebuild() {
    return PollState.begin(policy(), true);
  }

  private static PollPolicy policy() {
    return new PollPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), DEADLINE, () -> 0);
  }

  private static Trouble held() {
    return Trouble.of(Trouble.Kind.LIMITS_HELD, HELD);
  }

  private static Trouble reset() {
    return Trouble.of(
        Trouble.Kind.UNANSWERED,
        "the connection to %s broke before an answer arrived".formatted(SERVER));
  }

  private static PollState afterTenTroubles() {
    PollState state = begin();
    for (int trouble = 0; trouble < PollPolicy.MAX_TROUBLES_IN_A_ROW; trouble++) {
      state = state.onTrouble(reset(), EARLY);
    }
    return state;
  }

  private static PollState afterFourDrifts() {
    PollState state = begin();
    for (int drift = 0; drift <= PollPolicy.MAX_REPLAYS; drift++) {
      state = state.onDrift(EARLY);
    }
    return state;
  }

  private static Failure stopped(PollState state) {
    return ((PollState.Stopped) state).failure();
  }
}
