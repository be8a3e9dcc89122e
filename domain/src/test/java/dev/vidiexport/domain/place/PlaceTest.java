package dev.vidiexport.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Each of the places in which the build runs the tests is as odd as it claims to be. Texts are made
 * with the defaults of the JVM here, as careless code would.
 */
class PlaceTest {
  private static final String PLACE = "vidiexport.place";

  @Test
  @EnabledIfSystemProperty(named = PLACE, matches = "harsh")
  void isAllAtOnce() {
    assertThat("title".toUpperCase()).isEqualTo("TİTLE");
    assertThat("%d".formatted(1056)).isEqualTo("١٠٥٦");
    assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Pacific/Apia"));
    assertThat(new String("é".getBytes())).isEqualTo("?");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @EnabledIfSystemProperty(named = PLACE, matches = "harsh")
  void canNameFilesWithLettersBeyondAscii() {
    assertThat(System.getenv("LC_ALL")).isEqualTo("C.UTF-8");
    assertThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
  }

  @Test
  @EnabledIfSystemProperty(named = PLACE, matches = "turkish")
  void hasADotlessI() {
    assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag("tr-TR"));
    assertThat("title".toUpperCase()).isEqualTo("TİTLE");
  }

  @Test
  @EnabledIfSystemProperty(named = PLACE, matches = "arabic")
  void writesOtherDigits() {
    assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag("ar-u-nu-arab"));
    assertThat("%d".formatted(1056)).isEqualTo("١٠٥٦");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @EnabledIfSystemProperty(named = PLACE, matches = "plain-c")
  void knowsNoLetterBeyondAscii() {
    assertThat(System.getenv("LC_ALL")).isEqualTo("C");
    assertThat(System.getProperty("sun.jnu.encoding")).isEqualTo("ANSI_X3.4-1968");
  }

  @Test
  @EnabledIfSystemProperty(named = PLACE, matches = "apia")
  void isADayAhead() {
    assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Pacific/Apia"));
  }

  @Test
  void isAPlaceThatIsKnown() {
    assertThat(System.getProperty(PLACE, "home"))
        .isIn("home", "harsh", "turkish", "arabic", "plain-c", "apia");
  }
}
