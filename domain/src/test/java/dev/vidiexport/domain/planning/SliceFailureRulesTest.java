package dev.vidiexport.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SliceFailureRulesTest {
  private static final Set<FailureReason> REFUSALS =
      EnumSet.of(
          FailureReason.ACCESS_REFUSED,
          FailureReason.REQUEST_REFUSED,
          FailureReason.REQUEST_TOO_LARGE,
          FailureReason.URL_TOO_LONG,
          FailureReason.REFUSED_AS_BY_PROXY);

  /** Nobody asks for a slice while these happen. */
  private static final Set<FailureReason> BEFORE_SLICES =
      EnumSet.of(
          FailureReason.TOPOLOGY_SMALLER,
          FailureReason.HISTORY_FILE_UNREADABLE,
          FailureReason.ROW_FILE_UNREADABLE,
          FailureReason.LISTING_TIME_OVER,
          FailureReason.LISTING_LIMITS_HELD,
          FailureReason.LISTING_NEEDS_MORE_TIME,
          FailureReason.ACCOUNT_LIMITS_HELD,
          FailureReason.ACCOUNT_NOT_REACHED);

  @ParameterizedTest
  @EnumSource
  void goByTheKindOfTheFailureButForAccess(FailureReason reason) {
    assertThat(SliceFailureRules.verdict(reason)).isEqualTo(expected(reason));
  }

  private static SliceVerdict expected(FailureReason reason) {
    if (reason == FailureReason.ACCESS_REFUSED) {
      return SliceVerdict.REFUSED;
    }
    if (BEFORE_SLICES.contains(reason)) {
      return SliceVerdict.ENDS_RUN;
    }
    return switch (reason.kind()) {
      case REQUEST_REFUSED -> SliceVerdict.REFUSED;
      case EXPORT_FAILED, TIME_OVER, PROTOCOL_BROKEN, UNREACHABLE -> SliceVerdict.FAILED;
      case INVALID_REQUEST,
          CREDENTIALS_REFUSED,
          OUTPUT_NOT_WRITTEN,
          TARGET_HELD,
          DEFECT,
          CANCELLED ->
          SliceVerdict.ENDS_RUN;
    };
  }

  @Test
  void halveWhatIsRefusedOrTooLarge() {
    Set<FailureReason> halved = EnumSet.copyOf(REFUSALS);
    halved.add(FailureReason.EXPORT_TOO_LARGE);
    halved.add(FailureReason.ROW_LIMIT_REACHED);

    assertThat(reasons(SliceFailureRules::isHalved)).isEqualTo(halved);
  }

  @Test
  void takeARefusalForItsSizeForNoPlainOne() {
    assertThat(reasons(SliceFailureRules::isPlainRefusal))
        .containsExactlyInAnyOrder(
            FailureReason.ACCESS_REFUSED,
            FailureReason.REQUEST_REFUSED,
            FailureReason.REFUSED_AS_BY_PROXY);
  }

  @Test
  void haveAccessEndAnExportAsRefusedCredentialsDo() {
    assertThat(FailureReason.ACCESS_REFUSED.kind()).isEqualTo(FailureKind.CREDENTIALS_REFUSED);
  }

  private static Set<FailureReason> reasons(Predicate<FailureReason> rule) {
    return Arrays.stream(FailureReason.values()).filter(rule).collect(Collectors.toSet());
  }
}
