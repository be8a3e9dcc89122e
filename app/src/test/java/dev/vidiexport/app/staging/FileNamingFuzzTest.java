package dev.vidiexport.app.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.text.QuotedText;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Set;

/**
 * Whatever an output is called, it is a file in a folder that exists, or refused in words; and what
 * is staged for it stands beside it. An input is the name, within /data where it does not begin
 * with a slash.
 */
class FileNamingFuzzTest {
  private static final Set<Path> FOLDERS =
      Set.of(Path.of("/"), Path.of("/data"), Path.of("/data/sub"), Path.of("/proc"));
  private static final Path LINK = Path.of("/data/link");
  private static final int STRICTEST_BYTES = 143;

  @FuzzTest(maxDuration = "60s")
  void staysWhereItBelongs(byte[] input) {
    String text = new String(input, UTF_8);
    String name = text.startsWith("/") ? text : "/data/" + text;
    OutputPath found;
    try {
      found = OutputPath.of(files(), name, OutputMessages.ofOutput(name));
    } catch (ExportException refused) {
      assertThat(refused.kind()).isEqualTo(FailureKind.OUTPUT_NOT_WRITTEN);
      assertThat(refused.getMessage()).matches(QuotedText::isPrintable, "is printable");
      return;
    }
    assertThat(FOLDERS).contains(found.folder()).doesNotContain(found.path());
    assertThat(found.path().getParent()).isEqualTo(found.folder());
    String own = found.path().getFileName().toString();
    assertThat(own).isNotIn("", ".", "..");

    StagingName staging = StagingName.beside(own);
    String staged = staging.next();
    assertThat(found.folder().resolve(staged).normalize().getParent()).isEqualTo(found.folder());
    assertThat(staged.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(STRICTEST_BYTES);
    assertThat(staging.fits(found.folder().resolve(staged))).isTrue();
    assertThat(staging.fits(found.path())).isFalse();
    assertThat(StagingName.ofStandardOutput().fits(Path.of(staged))).isFalse();
    assertThat(StagingName.beside(own + "x").fits(Path.of(staged))).isFalse();
  }

  /** A file system of few entries, which can be looked at only. */
  private static FileOperations files() {
    return (FileOperations)
        Proxy.newProxyInstance(
            FileOperations.class.getClassLoader(),
            new Class<?>[] {FileOperations.class},
            (proxy, method, arguments) -> {
              Path path = ((Path) arguments[0]).normalize();
              return switch (method.getName()) {
                case "kind" -> FOLDERS.contains(path) ? EntryKind.FOLDER : EntryKind.ABSENT;
                case "entryKind" -> entryKind(path);
                case "readLink" -> Path.of("sub/../sub/target.csv");
                case "realPath" -> path;
                default -> throw new AssertionError("A look was expected, but not " + method);
              };
            });
  }

  private static EntryKind entryKind(Path path) {
    if (path.equals(LINK)) {
      return EntryKind.LINK;
    }
    return FOLDERS.contains(path) ? EntryKind.FOLDER : EntryKind.ABSENT;
  }
}
