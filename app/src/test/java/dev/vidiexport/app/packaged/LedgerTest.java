package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Each thing that a ledger asserts can fail. */
class LedgerTest {
  private final AtomicLong nanos = new AtomicLong(Duration.ofDays(7).toNanos());
  private final Ledger ledger = new Ledger(nanos::get, Duration.ofMillis(5));

  @Test
  void findsNothingWrongWithFiftyCallsAMinute() {
    for (int call = 0; call < 100; call++) {
      if (call == 50) {
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
      }
      ledger.arrived(false);
    }

    ledger.check();
  }

  @Test
  void findsTheFiftyFirstCallOfAMinute() {
    for (int call = 0; call < 51; call++) {
      nanos.addAndGet(Duration.ofMillis(1_199).toNanos());
      ledger.arrived(false);
    }

    assertBreach("51 calls within PT59.95S");
  }

  @Test
  void findsAThirdSocket() {
    ledger.opened();
    ledger.opened();
    ledger.closed();
    ledger.opened();
    ledger.check();

    ledger.opened();

    assertBreach("3 sockets at one time");
  }

  @Test
  void findsARebuildThatNobodyAskedFor() {
    ledger.begins(false);
    ledger.arrived(true);

    assertBreach("rebuild 1, of which 0 were asked for");
  }

  @Test
  void findsASecondRebuildWhereOneWasAskedFor() {
    ledger.begins(true);
    ledger.arrived(true);
    ledger.check();

    ledger.arrived(true);

    assertBreach("rebuild 2, of which 1 were asked for");
  }

  @Test
  void findsARebuildAgainAfterOneThatMayHaveArrived() {
    ledger.begins(true);
    ledger.turnedAway(true);
    ledger.arrived(true);
    ledger.check();

    ledger.turnedAway(true);

    assertBreach("rebuild 2, of which 1 were asked for");
  }

  @Test
  void findsARebuildThatIsAskedForTooLate() {
    ledger.arrived(true);
    ledger.begins(true);

    assertBreach("rebuild 1, of which 0 were asked for");
  }

  @Test
  void findsNothingWrongWithRebuildsThatSomebodyAskedFor() {
    ledger.begins(true);
    ledger.turnedAway(true);
    ledger.turnedAway(true);
    ledger.arrived(true);
    ledger.begins(true);
    ledger.arrived(true);

    ledger.check();
  }

  @Test
  void findsBytesWithoutEncryption() {
    ledger.cameUnencrypted();

    assertBreach("bytes without encryption");
  }

  @Test
  void findsACallThatTheProgramDidNotCount() {
    ledger.begins(false);
    ledger.arrived(false);
    ledger.arrived(false);

    ledger.ended(1);

    assertBreach("2 calls, of which the program counted 1");
  }

  @Test
  void findsACallThatTheProgramCountedAndDidNotMake() {
    ledger.begins(false);

    ledger.ended(1);

    assertBreach("0 calls, of which the program counted 1");
  }

  @Test
  void findsACallThatOneOfTwoRunsDidNotCount() {
    ledger.begins(false);
    ledger.begins(false);
    ledger.arrived(false);
    ledger.arrived(false);
    ledger.arrived(false);

    ledger.ended(1);
    ledger.ended(1);

    assertBreach("3 calls, of which the program counted 2");
  }

  @Test
  void findsNothingWrongWithAnInterruptedRunThatCountedACallBeforeItWasSent() {
    ledger.begins(false);
    ledger.arrived(false);

    ledger.interrupted(2);

    ledger.check();
  }

  @Test
  void findsACallThatAnInterruptedRunDidNotCount() {
    ledger.begins(false);
    ledger.arrived(false);

    ledger.interrupted(0);

    assertBreach("1 calls, of which the program counted 0");
  }

  @Test
  void findsTwoCallsThatAnInterruptedRunCountedAndDidNotMake() {
    ledger.begins(false);

    ledger.interrupted(2);

    assertBreach("0 calls, of which the program counted 2");
  }

  @Test
  void holdsNoRunAgainstTheCallsOfAnother() {
    ledger.arrived(false);
    ledger.begins(false);
    ledger.arrived(false);
    ledger.ended(1);
    ledger.begins(false);
    ledger.begins(false);
    ledger.arrived(false);
    ledger.arrived(false);
    ledger.ended(1);
    ledger.ended();
    ledger.begins(false);
    ledger.ended(0);

    ledger.check();
  }

  @Test
  void isFoundByTheAddressOfItsServer() {
    ledger.at(1);

    assertThat(Ledger.of("http://127.0.0.1:1/")).containsSame(ledger);
    assertThat(Ledger.of("http://127.0.0.1:2/")).isEmpty();
    assertThat(Ledger.of("not an address")).isEmpty();
  }

  private void assertBreach(String breach) {
    assertThatThrownBy(ledger::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(breach);
  }
}
