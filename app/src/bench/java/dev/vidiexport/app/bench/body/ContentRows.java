package dev.vidiexport.app.bench.body;

import java.util.List;
import java.util.SplittableRandom;

/** Single viewers with a nested list of what they saw. */
final class ContentRows implements RowMaker {
  private static final List<String> MOOD_TIMES =
      List.of("very_happy_time", "happy_time", "neutral_time", "unhappy_time", "very_unhappy_time");
  private static final int MOST_CONTENTS = 3;
  private static final int MOST_MILLISECONDS = 30_000;

  private final FinestRows viewers = new FinestRows("start_time");

  @Override
  public void append(long row, SplittableRandom random, JsonRow json) {
    json.begin();
    viewers.putKeys(row, random, json);
    json.beginList("contents");
    int contents = random.nextInt(MOST_CONTENTS + 1);
    for (int content = 0; content < contents; content++) {
      if (content > 0) {
        json.next();
      }
      appendContent(random, json);
    }
    json.endList().end();
  }

  private static void appendContent(SplittableRandom random, JsonRow json) {
    json.begin()
        .putText("content_id", "content-" + random.nextInt(400))
        .putText("campaign_id", "campaign-" + random.nextInt(40))
        .put("dwell_time_in_milliseconds", random.nextInt(MOST_MILLISECONDS))
        .put("attention_time_in_milliseconds", random.nextInt(MOST_MILLISECONDS));
    for (String mood : MOOD_TIMES) {
      json.put(mood, random.nextInt(MOST_MILLISECONDS));
    }
    json.end();
  }
}
