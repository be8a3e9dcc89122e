package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What plugins compile against, as a public repository would take it. */
class SpiArtifactsIT {
  private static final Path ROOT = BuiltPackages.TARGET.getParent().getParent();

  private static List<String> entries(String classifier) throws Exception {
    Path jar =
        ROOT.resolve(
            "domain/target/vidiexport-domain-%s%s.jar"
                .formatted(BuiltPackages.VERSION, classifier));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  @Test
  void haveSourcesDocumentationAndAKit() throws Exception {
    assertThat(entries("")).contains("dev/vidiexport/spi/SinkProvider.class");
    assertThat(entries("-sources"))
        .contains(
            "dev/vidiexport/spi/SinkProvider.java", "dev/vidiexport/domain/table/Column.java");
    assertThat(entries("-javadoc")).contains("index.html", "dev/vidiexport/spi/SinkProvider.html");
    assertThat(entries("-tests")).contains("dev/vidiexport/spi/SinkContract.class");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/project/name",
        "/project/description",
        "/project/url",
        "/project/licenses/license/name",
        "/project/licenses/license/url",
        "/project/developers/developer/name",
        "/project/developers/developer/email",
        "/project/scm/connection",
        "/project/scm/developerConnection",
        "/project/scm/url"
      })
  void areDescribedByTheParent(String path) throws Exception {
    assertThat(text("pom.xml", path)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"domain", "adapters-http", "adapters-sinks", "app"})
  void haveNamesOfTheirOwn(String module) throws Exception {
    String pom = module + "/pom.xml";

    assertThat(text(pom, "/project/name")).isNotBlank();
    assertThat(text(pom, "/project/description")).isNotBlank();
    assertThat(text(pom, "/project/parent/version")).isEqualTo(BuiltPackages.VERSION);
  }

  @Test
  void comeFromRepositoriesThatEverybodyHas() throws Exception {
    assertThat(text("pom.xml", "/project/repositories")).isEmpty();
    assertThat(text("domain/pom.xml", "/project/repositories")).isEmpty();
  }

  private static String text(String pom, String path) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(ROOT.resolve(pom).toFile());
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate(path, document);
  }
}
