package dev.vidiexport.domain.failure;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether VidiCenter refuses an export, or fails to build it, because there is too much in
 * it. Its documentation knows limits of an export (VidiCenter data export, Limits), but no code and
 * no words by which it says that they were passed. So this looks loosely at the words: who takes a
 * refusal for one of size by mistake asks for less, in vain; who misses one can do nothing at all.
 */
public final class SizeComplaint {
  private static final int CONTENT_TOO_LARGE = 413;
  private static final int URI_TOO_LONG = 414;

  /** What an export is made of, and what it is measured by. */
  private static final String CONTENT =
      "(rows?|records?|results?|lines?|entries|items|objects|elements|cells|events|watchers|viewers"
          + "|data( ?points?)?|locations?|sites?|(location|site) ?groups?|tags|sources?|days?|weeks?"
          + "|months?|years?|periods?|bytes|[kmg]b)";

  private static final String AMOUNT =
      "(\\d[\\d,.' ]*|one|two|three)( ?(k|m|mio|million|thousand))?";

  /** Says by itself that the size is at fault. */
  private static final Pattern SIZE =
      anyOf(
          "too (large|big|wide|much data)",
          "(range|period|interval|span|export|selection|result|answer|list|dates?|request|ur[il])"
              + "( is| was)? too long",
          "too many " + CONTENT,
          "(more|larger|longer|bigger|greater|fewer|less) than " + AMOUNT + " " + CONTENT,
          "(at most|no more than|up to|limited to|limit of|limit is|maximum of|maximum is) "
              + AMOUNT
              + " "
              + CONTENT,
          CONTENT + " (count )?limit",
          "(size|export|result|range|memory|payload|volume) limit",
          "(limit|maximum) (number |count )?(of|on|for) (the )?" + CONTENT,
          "out of memory|(not enough|insufficient|lack of) memory|memory ?error",
          "(reduce|shorten|narrow|split|shorter|smaller|fewer|less) (\\w+ ){0,3}(range|period|interval"
              + "|dates|selection|export|request|"
              + CONTENT
              + ")");

  /** Speaks of how often, how many at a time or how long, which asking for less does not change. */
  private static final Pattern TRAFFIC =
      anyOf(
          "(requests|calls|connections|attempts|log ?ins|sessions|users|exports|jobs|queries|retries"
              + "|quotas?|deadline)",
          "(rate|time|call|request|connection|login|session|concurrency) limit",
          "per (second|minute|hour|day)",
          "throttl\\w*",
          "time ?out|timed out");

  /** Speaks of a limit, most likely of that of the size. */
  private static final Pattern LIMIT =
      anyOf(
          "exceed(s|ed|ing)?",
          "max(imum|imal)?",
          "(over|above|beyond|reached|passed|hit) (\\w+ ){0,3}limit",
          "limit (was |is |has been )?(reached|passed|hit)");

  private SizeComplaint() {}

  /**
   * Why a request was refused.
   *
   * @param status of HTTP, from 400 to 499, and none that is about credentials (401, 403) or asks
   *     to come back later (408, 429)
   * @param said what VidiCenter said to it; empty where it said nothing
   */
  public static FailureReason ofRefusal(int status, String said) {
    if (status == URI_TOO_LONG) {
      return FailureReason.URL_TOO_LONG;
    }
    return status == CONTENT_TOO_LARGE || isIn(said)
        ? FailureReason.REQUEST_TOO_LARGE
        : FailureReason.REQUEST_REFUSED;
  }

  /**
   * Why an export could not be built.
   *
   * @param said what VidiCenter gave as its reason; empty where it gave none
   */
  public static FailureReason ofBuild(String said) {
    return isIn(said) ? FailureReason.EXPORT_TOO_LARGE : FailureReason.BUILD_FAILED;
  }

  private static boolean isIn(String said) {
    String words = said.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", " ");
    return SIZE.matcher(words).find()
        || (LIMIT.matcher(words).find() && !TRAFFIC.matcher(words).find());
  }

  private static Pattern anyOf(String... patterns) {
    return Pattern.compile("\\b(" + String.join("|", patterns) + ")\\b");
  }
}
