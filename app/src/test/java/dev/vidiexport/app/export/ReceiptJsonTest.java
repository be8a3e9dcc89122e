package dev.vidiexport.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.export.ExportReceipt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReceiptJsonTest {
  @Test
  void tellsAllOfAGoodEnd() {
    assertThat(ReceiptJson.json(SampleExportSettings.to("out.csv"), SampleExportSettings.good(), 0))
        .isEqualTo(
            """
            {
              "request": {
                "locations": "1056",
                "data_type": "viewers",
                "start": "2016-04-29T10:00:00",
                "end": "2016-04-29T11:00:00",
                "time_resolution": "1h"
              },
              "state": "finished",
              "rows": 2,
              "columns": [
                {
                  "name": "location_id",
                  "type": "whole"
                },
                {
                  "name": "period_start",
                  "type": "timestamp"
                }
              ],
              "bytes": 12345678,
              "calls": 2,
              "waits_seconds": [
                1.25
              ],
              "seconds": 2.5,
              "creation_date": "2016-08-25T15:22:35",
              "output": "out.csv",
              "format": "csv",
              "exit_code": 0
            }
            """);
  }

  @Test
  void isNullWhereNothingIsKnown() {
    String receipt =
        ReceiptJson.json(
            SampleExportSettings.to("-"), ExportReceipt.nothing(Duration.ofMillis(20)), 6);

    assertThat(receipt)
        .contains("\"state\": null")
        .contains("\"rows\": null")
        .contains("\"columns\": null")
        .contains("\"bytes\": null")
        .contains("\"calls\": 0")
        .contains("\"waits_seconds\": []")
        .contains("\"seconds\": 0.02")
        .contains("\"creation_date\": null")
        .contains("\"output\": \"-\"")
        .contains("\"exit_code\": 6");
  }

  @Test
  void holdsNoCredentials() {
    assertThat(ReceiptJson.json(SampleExportSettings.to("out.csv"), SampleExportSettings.good(), 0))
        .doesNotContain(SampleExportSettings.TOKEN)
        .doesNotContain("someone@example.com");
  }
}
