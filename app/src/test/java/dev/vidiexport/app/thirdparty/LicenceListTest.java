package dev.vidiexport.app.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LicenceListTest {
  private static final String LIST =
      "\nLists of 1 third-party dependencies.\n     (MIT) A (org.a:a:1 - http://a)\n";

  private static final LockedPackage CHARTS =
      new LockedPackage("charts", "6.1.0", "Apache-2.0", "ff", List.of());

  @Test
  void hasThePackagesAtItsEnd() {
    assertThat(LicenceList.with(LIST, List.of(CHARTS)))
        .isEqualTo(
            LIST
                + """

                Packages of npm in the script that reports draw with.
                     (Apache-2.0) charts (npm:charts:6.1.0)
                """);
  }

  @Test
  void hasThemOnceWhenTheBuildIsNotClean() {
    LockedPackage older = new LockedPackage("charts", "6.0.0", "Apache-2.0", "ff", List.of());

    String twice = LicenceList.with(LicenceList.with(LIST, List.of(older)), List.of(CHARTS));

    assertThat(twice).isEqualTo(LicenceList.with(LIST, List.of(CHARTS)));
  }
}
