package dev.vidiexport.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskSpaceTest {
  @ParameterizedTest
  @CsvSource({
    "1073741824, OK, 'There is room.'",
    "1073741823, WARNING, 'There is room, which is little. Make room there.'",
    "0, WARNING, 'There is room, which is little. Make room there.'"
  })
  void tellsOfLittle(long usableBytes, CheckMark mark, String finding) {
    CheckResult result = DiskSpace.review("There is room", usableBytes);

    assertThat(result.mark()).isEqualTo(mark);
    assertThat(result.finding()).isEqualTo(finding);
  }
}
