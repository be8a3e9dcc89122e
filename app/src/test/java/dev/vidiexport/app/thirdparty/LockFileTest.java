package dev.vidiexport.app.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockFileTest {
  @Test
  void tellsWhatIsShippedAndNotWhatMakesIt() {
    List<LockedPackage> shipped =
        LockFile.shipped(
            """
            {"packages": {
              "": {"name": "ours", "version": "0.1.0"},
              "node_modules/builder": {
                "version": "9.0.0", "license": "MIT", "integrity": "sha512-AA==", "dev": true},
              "node_modules/charts": {
                "version": "6.1.0", "license": "Apache-2.0", "integrity": "sha512-q80=",
                "dependencies": {"lines": "1.0.0", "drawing": "2.0.0"}},
              "node_modules/lines": {
                "version": "1.0.0", "license": "0BSD", "integrity": "sha512-/w=="}}}
            """);

    assertThat(shipped)
        .containsExactly(
            new LockedPackage("charts", "6.1.0", "Apache-2.0", "abcd", List.of("drawing", "lines")),
            new LockedPackage("lines", "1.0.0", "0BSD", "ff", List.of()));
  }

  @Test
  void refusesAHashThatScannersWouldNotKnow() {
    assertThatThrownBy(
            () ->
                LockFile.shipped(
                    """
                    {"packages": {"node_modules/a": {
                      "version": "1", "license": "MIT", "integrity": "sha1-AA=="}}}
                    """))
        .hasMessage("Expected sha512-… but was sha1-AA==");
  }
}
