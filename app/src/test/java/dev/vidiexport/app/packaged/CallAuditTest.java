package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Each thing that an audit asserts can fail. */
class CallAuditTest {
  private final AtomicLong nanos = new AtomicLong(Duration.ofDays(7).toNanos());
  private final CallAudit audit = new CallAudit(nanos::get, Duration.ofMillis(5));

  @Test
  void findsNothingWrongWithFiftyCallsAMinute() {
    for (int call = 0; call < 100; call++) {
      if (call == 50) {
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
      }
      audit.arrived(false);
    }

    audit.check();
  }

  @Test
  void findsTheFiftyFirstCallOfAMinute() {
    for (int call = 0; call < 51; call++) {
      nanos.addAndGet(Duration.ofMillis(1_199).toNanos());
      audit.arrived(false);
    }

    assertBreach("51 calls within PT59.95S");
  }

  @Test
  void findsAThirdSocket() {
    audit.opened();
    audit.opened();
    audit.closed();
    audit.opened();
    audit.check();

    audit.opened();

    assertBreach("3 sockets at one time");
  }

  @Test
  void findsARebuildThatNobodyAskedFor() {
    audit.begins(false);
    audit.arrived(true);

    assertBreach("rebuild 1, of which 0 were asked for");
  }

  @Test
  void findsASecondRebuildWhereOneWasAskedFor() {
    audit.begins(true);
    audit.arrived(true);
    audit.check();

    audit.arrived(true);

    assertBreach("rebuild 2, of which 1 were asked for");
  }

  @Test
  void findsARebuildAgainAfterOneThatMayHaveArrived() {
    audit.begins(true);
    audit.turnedAway(true);
    audit.arrived(true);
    audit.check();

    audit.turnedAway(true);

    assertBreach("rebuild 2, of which 1 were asked for");
  }

  @Test
  void findsARebuildThatIsAskedForTooLate() {
    audit.arrived(true);
    audit.begins(true);

    assertBreach("rebuild 1, of which 0 were asked for");
  }

  @Test
  void findsNothingWrongWithRebuildsThatSomebodyAskedFor() {
    audit.begins(true);
    audit.turnedAway(true);
    audit.turnedAway(true);
    audit.arrived(true);
    audit.begins(true);
    audit.arrived(true);

    audit.check();
  }

  @Test
  void findsBytesWithoutEncryption() {
    audit.cameUnencrypted();

    assertBreach("bytes without encryption");
  }

  @Test
  void findsACallThatTheProgramDidNotCount() {
    audit.begins(false);
    audit.arrived(false);
    audit.arrived(false);

    audit.ended(1);

    assertBreach("2 calls, of which the program counted 1");
  }

  @Test
  void findsACallThatTheProgramCountedAndDidNotMake() {
    audit.begins(false);

    audit.ended(1);

    assertBreach("0 calls, of which the program counted 1");
  }

  @Test
  void findsACallThatOneOfTwoRunsDidNotCount() {
    audit.begins(false);
    audit.begins(false);
    audit.arrived(false);
    audit.arrived(false);
    audit.arrived(false);

    audit.ended(1);
    audit.ended(1);

    assertBreach("3 calls, of which the program counted 2");
  }

  @Test
  void findsNothingWrongWithAnInterruptedRunThatCountedACallBeforeItWasSent() {
    audit.begins(false);
    audit.arrived(false);

    audit.interrupted(2);

    audit.check();
  }

  @Test
  void findsACallThatAnInterruptedRunDidNotCount() {
    audit.begins(false);
    audit.arrived(false);

    audit.interrupted(0);

    assertBreach("1 calls, of which the program counted 0");
  }

  @Test
  void findsTwoCallsThatAnInterruptedRunCountedAndDidNotMake() {
    audit.begins(false);

    audit.interrupted(2);

    assertBreach("0 calls, of which the program counted 2");
  }

  @Test
  void holdsNoRunAgainstTheCallsOfAnother() {
    audit.arrived(false);
    audit.begins(false);
    audit.arrived(false);
    audit.ended(1);
    audit.begins(false);
    audit.begins(false);
    audit.arrived(false);
    audit.arrived(false);
    audit.ended(1);
    audit.ended();
    audit.begins(false);
    audit.ended(0);

    audit.check();
  }

  @Test
  void isFoundByTheAddressOfItsServer() {
    audit.at(1);

    assertThat(CallAudit.of("http://127.0.0.1:1/")).containsSame(audit);
    assertThat(CallAudit.of("http://127.0.0.1:2/")).isEmpty();
    assertThat(CallAudit.of("not an address")).isEmpty();
  }

  private void assertBreach(String breach) {
    assertThatThrownBy(audit::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(breach);
  }
}
