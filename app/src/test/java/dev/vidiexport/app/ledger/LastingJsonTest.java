package dev.vidiexport.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastingJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"b\":{\"c\":[1,null],\"d\":true}} # {\"b\":{\"d\":true,\"c\":[1,null]},\"a\":1}",
        "{\"a\":1} # {\"a\":1,\"last_upload_timestamp\":\"x\"}",
        "{\"a\":1,\"last_seen\":[1]} # {\"last_ots_uploaded\":{\"last_seen\":1},\"a\":1}",
        "not json # not json",
      })
  void isTheSame(String json, String other) {
    assertThat(LastingJson.digest(json)).isEqualTo(LastingJson.digest(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{\"a\":1} # {\"a\":2}",
        "{\"a\":1} # {\"a\":\"1\"}",
        "{\"a\":null} # {\"a\":\"null\"}",
        "{\"a\":null} # {}",
        "{\"a\":true} # {\"a\":\"true\"}",
        "{\"a\":[1,2]} # {\"a\":[2,1]}",
        "{\"a\":[1,2]} # {\"a\":[12]}",
        "{\"a\":\"x,2\\\"b\"} # {\"a\":\"x\",\"2\":\"b\"}",
        "{\"a\":{\"last_seen\":1}} # {\"a\":{\"last_seen\":2}}",
        "{\"a\":123456789012345678901234567890} # {\"a\":123456789012345678901234567891}",
        "not json # no json",
      })
  void isAnother(String json, String other) {
    assertThat(LastingJson.digest(json)).isNotEqualTo(LastingJson.digest(other));
  }
}
