package dev.vidiexport.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.status.StatusBreach;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people and scripts read of a status, word for word. */
class StatusTextsTest {
  @Test
  void showAStatusToPeople() {
    assertThat(StatusText.of(SampleStatus.two(), false))
        .containsExactly(
            "As of 2024-03-05T06:00:00Z. The last run that changed the history began at"
                + " 2024-03-05T02:00:11Z.",
            "",
            "EXPORT          CURRENT TO  COVERAGE  FILES  ROWS   BYTES",
            "viewers_hourly  2023-12-26  77.7 %    96     6,912  1.2 MB",
            "  2023-11-27 .#########_#########!####~####x#: 1 failed, 1 refused...",
            "ots_daily       -           -         0      0      0 bytes",
            "  no window is over",
            "# complete  : due  ~ stale  _ missing  ! failed  x refused  - retired  . nothing",
            "",
            "WORST COVERED   ID    LABEL                 COVERAGE  LACKING  LAST UPLOAD",
            "viewers_hourly  1057  Gare du Nord, platf\u2026  33.3 %    1,536    2024-02-01T10:00:00",
            "viewers_hourly  1058  -                     99.8 %    4        -",
            "",
            "viewers_hourly: since 2023-11-28 rows have a new key, \"mood\".",
            "viewers_hourly: since 2024-01-09 rows have \"feeling\", and no longer \"mood\": it looks"
                + " renamed.",
            "viewers_hourly: since 2024-01-10 no row has a value of \"feeling\".");
  }

  @Test
  void fitAScreenWithTenExports() {
    List<String> lines = StatusText.of(SampleStatus.ten(), false);

    assertThat(lines).hasSizeLessThanOrEqualTo(40);
    assertThat(lines)
        .filteredOn(line -> !line.contains(": since ") && !line.startsWith("As of"))
        .allMatch(line -> line.length() <= 84, "fits a line");
    assertThat(lines).contains("and 15 more; --json tells all.", "and 25 more; --json tells all.");
  }

  @Test
  void sayThatNothingHasBegun() {
    assertThat(StatusText.of(SampleStatus.beforeTheFirstRun(), false).get(0))
        .isEqualTo("As of 2024-03-05T06:00:00Z. No run has changed the history yet.");
  }

  @Test
  void colourTheMarksAlone() {
    List<String> plain = StatusText.of(SampleStatus.two(), false);
    List<String> coloured = StatusText.of(SampleStatus.two(), true);

    assertThat(coloured.get(4))
        .startsWith("  2023-11-27 .\u001b[32m#########\u001b[33m_\u001b[32m#########\u001b[31m!")
        .contains(":\u001b[0m 1 failed");
    assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9]+m", "")))
        .isEqualTo(plain);
  }

  @Test
  void showAStatusToScripts() {
    assertThat(StatusJson.of(SampleStatus.two()))
        .isEqualToIgnoringWhitespace(
            """
            {
              "as_of": "2024-03-05T06:00:00Z",
              "exports": [
                {
                  "name": "viewers_hourly",
                  "windows": {
                    "open": 1, "missing": 2, "complete": 90, "due": 1, "failed": 1, "refused": 1,
                    "stale": 1, "retired": 0
                  },
                  "files": 96,
                  "rows": 6912,
                  "bytes": 1234567,
                  "last_run": "2024-03-05T02:00:11Z",
                  "current_to": "2023-12-26",
                  "coverage": {
                    "expected": 6912, "measured": 5372, "placeholder": 13, "percent": 77.7
                  },
                  "locations": [
                    {
                      "id": 1057, "label": "Gare du Nord, platform 12",
                      "expected": 2304, "measured": 768, "placeholder": 9, "percent": 33.3,
                      "last_upload": "2024-02-01T10:00:00"
                    },
                    {
                      "id": 1058, "label": null,
                      "expected": 2304, "measured": 2300, "placeholder": 4, "percent": 99.8,
                      "last_upload": null
                    },
                    {
                      "id": 1056, "label": "Entrance",
                      "expected": 2304, "measured": 2304, "placeholder": 0, "percent": 100.0,
                      "last_upload": "2024-03-05T05:00:00"
                    }
                  ],
                  "columns": [
                    {
                      "change": "appeared", "key": "mood", "former_key": null,
                      "window": "2023-11-28"
                    },
                    {
                      "change": "renamed", "key": "feeling", "former_key": "mood",
                      "window": "2024-01-09"
                    },
                    {
                      "change": "disappeared", "key": "feeling", "former_key": null,
                      "window": "2024-01-10"
                    }
                  ]
                },
                {
                  "name": "ots_daily",
                  "windows": {
                    "open": 1, "missing": 0, "complete": 0, "due": 0, "failed": 0, "refused": 0,
                    "stale": 0, "retired": 0
                  },
                  "files": 0,
                  "rows": 0,
                  "bytes": 0,
                  "last_run": "2024-03-05T02:00:11Z",
                  "current_to": null,
                  "coverage": {
                    "expected": null, "measured": 0, "placeholder": 0, "percent": null
                  },
                  "locations": [],
                  "columns": []
                }
              ]
            }
            """);
  }

  @Test
  void sayWhatBreaksALimit() {
    assertThat(
            BreachText.of(
                new StatusBreach.LowCoverage(
                    "viewers_hourly", new BigDecimal("77.7"), new BigDecimal("95"))))
        .isEqualTo("Of what is expected of viewers_hourly, 77.7 % is measured, less than 95 %.");
    assertThat(
            BreachText.of(
                new StatusBreach.Behind(
                    "viewers_hourly",
                    Optional.of(LocalDate.of(2023, 12, 26)),
                    Duration.ofHours(1_686),
                    Duration.ofDays(2))))
        .isEqualTo(
            "viewers_hourly is behind: nothing is missing up to 2023-12-26, the end of which was"
                + " 70d 6h before, which is longer than 2d.");
    assertThat(
            BreachText.of(
                new StatusBreach.Behind(
                    "viewers_hourly",
                    Optional.empty(),
                    Duration.ofHours(102),
                    Duration.ofHours(36))))
        .isEqualTo(
            "viewers_hourly is behind: its first window is not whole, and began 4d 6h before, which"
                + " is longer than 1d 12h.");
  }
}
