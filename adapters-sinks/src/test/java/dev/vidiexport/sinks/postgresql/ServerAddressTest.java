package dev.vidiexport.sinks.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @Test
  void readsEveryPart() throws Exception {
    assertThat(
            ServerAddress.parse(
                "PostgreSQL://a%40b@db.example.com:5433/my%20db%2F1?sslmode=require&sslrootcert=%2Froot.crt&connect_timeout=3"))
        .isEqualTo(
            new ServerAddress(
                Map.of(
                    Setting.USER, "a@b",
                    Setting.HOST, "db.example.com",
                    Setting.PORT, "5433",
                    Setting.DATABASE, "my db/1",
                    Setting.ENCRYPTION, "require",
                    Setting.ROOT_CERTIFICATE, "/root.crt",
                    Setting.CONNECT_TIMEOUT, "3")));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://localhost, localhost",
    "postgresql://[::1]:5432/db, [::1]",
    "postgresql://u@my_host/, my_host",
    "postgresql:///db, ''",
    "postgresql://, ''",
    "postgresql://?sslmode=disable, ''"
  })
  void leavesPartsToOthers(String address, String host) throws Exception {
    assertThat(ServerAddress.parse(address).part(Setting.HOST).orElse("")).isEqualTo(host);
    assertThat(ServerAddress.parse(address).part(Setting.PASSWORD)).isEmpty();
  }

  /** Nothing of the address is shown: any part of it may be a password in the wrong place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:sesame@host/db",
        "postgresql://u:@host/db",
        "postgresql://u%3Asesame@host/db",
        "postgresql://:sesame@host/db",
        "postgresql://host/db?password=sesame",
        "postgresql://host/db?pass%77ord=sesame",
        "postgresql://u:se/same@host/db",
        "postgresql://u:ses?ame@host/db",
        "postgresql://u:ses@me@host/db",
        "postgresql://host:sesame/db",
        "postgresql://sesame@a,b/db",
        "postgresql://host/db/sesame",
        "postgresql://host/db#sesame",
        "postgresql://host/db?sslcert=sesame",
        "postgresql://host/db?socketFactory=sesame",
        "postgresql://host/db?options=-csesame",
        "postgresql://host/db?sslmode",
        "postgresql://host/db?sslmode=sesame&sslmode=disable",
        "postgresql://host/sesame%zz",
        "postgresql://host/sesame%ff",
        "postgresql://host/sesame%00",
        "postgresql://%2Fvar%2Frun/sesame",
        "postgresql:sesame",
        "postgresql:/sesame",
        "sesame.csv",
        ""
      })
  void refusesWhatItDoesNotKnowAndShowsNothingOfIt(String address) {
    assertThatThrownBy(() -> settings(address))
        .isInstanceOf(InvalidTargetException.class)
        .message()
        .endsWith(".")
        .doesNotContain("sesame");
  }

  private static ConnectionSettings settings(String address) throws InvalidTargetException {
    return new SettingsSearch(Map.of(), java.time.Duration.ZERO)
        .settings(ServerAddress.parse(address));
  }

  @Test
  void saysWhereAPasswordGoes() {
    assertThatThrownBy(() -> ServerAddress.parse("postgresql://u:sesame@host/db"))
        .hasMessage(
            "The address of the server must hold no password, which others could see in the list of"
                + " processes. Give it in PGPASSWORD, or in a file that PGPASSFILE names.");
  }
}
