package dev.vidiexport.http.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherPropertiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.net.useSystemProxies|yes|java.net.useSystemProxies must be true or false, but was"
            + " \"yes\".",
        "java.net.preferIPv4Stack|1|java.net.preferIPv4Stack must be true or false, but was"
            + " \"1\".",
        "java.net.preferIPv6Addresses|no|java.net.preferIPv6Addresses must be true or false or"
            + " system, but was \"no\".",
        "jdk.net.hosts.file|/no/such/file|jdk.net.hosts.file must name a file that can be read, but"
            + " was \"/no/such/file\".",
        "javax.net.ssl.truststore|ca.p12|Java does not know the property javax.net.ssl.truststore;"
            + " it must be written javax.net.ssl.trustStore.",
        "https.proxyhost|proxy|Java does not know the property https.proxyhost; it must be written"
            + " https.proxyHost."
      })
  void refusesWhatJavaPassesOver(String property, String value, String problem) {
    assertThat(problems(Map.of(property, value))).containsExactly(problem);
  }

  @Test
  void leavesTheRestAlone() {
    assertThat(
            problems(
                Map.of(
                    "java.net.useSystemProxies", "TRUE",
                    "java.net.preferIPv4Stack", "",
                    "java.net.preferIPv6Addresses", "system",
                    "jdk.http.auth.tunneling.disabledSchemes", "nonsense",
                    "networkaddress.cache.ttl", "nonsense",
                    "https.proxyHost", "proxy")))
        .isEmpty();
  }

  private static List<String> problems(Map<String, String> properties) {
    List<String> problems = new ArrayList<>();
    new OtherProperties(new JavaProperties(properties))
        .check(wrong -> problems.add(wrong.getMessage()));
    return problems;
  }
}
