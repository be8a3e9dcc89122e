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

    assertBreach("1 rebuilds that nobody asked for");
  }

  @Test
  void findsNothingWrongWithARebuildThatSomebodyAskedFor() {
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
    int before = ledger.begins(false);
    ledger.arrived(false);
    ledger.arrived(false);

    ledger.ended(before, 1);

    assertBreach("2 calls, of which the program counted 1");
  }

  @Test
  void findsACallThatTheProgramCountedAndDidNotMake() {
    int before = ledger.begins(false);

    ledger.ended(before, 1);

    assertBreach("0 calls, of which the program counted 1");
  }

  @Test
  void holdsNoRunAgainstTheCallsOfAnother() {
    ledger.arrived(false);
    int before = ledger.begins(false);
    ledger.arrived(false);
    ledger.ended(before, 1);
    int first = ledger.begins(false);
    ledger.begins(false);
    ledger.arrived(false);
    ledger.arrived(false);
    ledger.ended(first, 1);
    ledger.ended();

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
