package dev.vidiexport.app.additions;

import static dev.vidiexport.app.additions.ShopService.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code export --with} puts behind the columns that VidiCenter sends. */
class AddedColumnsTest {
  private static final String ALL = "names,tags,labels,seconds,calendar,utc";

  @TempDir private Path folder;
  private ShopService service;

  @BeforeEach
  void begin() {
    service = new ShopService(folder);
  }

  @AfterEach
  void end() {
    service.close();
  }

  private static String row(String periodStart, String more) {
    return "{'location_id': 1056, 'period_start': '%s', 'watcher_count': 3%s}"
        .formatted(periodStart, more);
  }

  private CommandLineRun write(String name, String... more) {
    return CommandLines.good(service.exportHours(output(name, more)));
  }

  private String[] output(String name, String... more) {
    return CommandLines.words(List.of("-o", folder.resolve(name).toString()), more);
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }

  @Test
  void standBehindAllThatWasReceived() throws IOException {
    service.answersData(
        rows(
            row(
                "2024-10-27 00:00:00",
                ", 'gender': 2, 'age': 7, 'dwell_time_in_tenths_of_sec': 25, 'new_key': true"),
            "{'location_id': 9, 'period_start': '2024-10-27 23:00:00', 'gender': null}"));

    CommandLineRun run =
        write("all.jsonl", "--group-by-demographics", "--with", ALL, "--time-zone", "Europe/Paris");

    assertThat(lines("all.jsonl"))
        .containsExactly(
            "{\"location_id\":1056,\"period_start\":\"2024-10-27 00:00:00\",\"watcher_count\":3,"
                + "\"dwell_time_in_tenths_of_sec\":25,\"gender\":2,\"age\":7,\"new_key\":true,"
                + "\"location_label\":\"Entrance\",\"site_id\":201,\"site_label\":\"Gare\","
                + "\"network_id\":11,\"network_label\":\"Métro\","
                + "\"location_tags\":\"A; door\",\"site_tags\":\"north\","
                + "\"gender_label\":\"female\",\"age_label\":\"7\","
                + "\"dwell_time_seconds\":2.5,\"attention_time_seconds\":null,"
                + "\"period_date\":\"2024-10-27\",\"period_hour\":0,\"period_weekday\":7,"
                + "\"period_week\":\"2024-W43\","
                + "\"period_start_utc\":\"2024-10-26T22:00:00Z\","
                + "\"period_start_ambiguous\":false}",
            "{\"location_id\":9,\"period_start\":\"2024-10-27 23:00:00\","
                + "\"watcher_count\":null,\"dwell_time_in_tenths_of_sec\":null,\"gender\":null,"
                + "\"age\":null,\"new_key\":null,\"location_label\":null,\"site_id\":null,\"site_label\":null,"
                + "\"network_id\":null,\"network_label\":null,\"location_tags\":null,"
                + "\"site_tags\":null,\"gender_label\":null,\"age_label\":null,"
                + "\"dwell_time_seconds\":null,\"attention_time_seconds\":null,"
                + "\"period_date\":\"2024-10-27\",\"period_hour\":23,\"period_weekday\":7,"
                + "\"period_week\":\"2024-W43\","
                + "\"period_start_utc\":\"2024-10-27T22:00:00Z\","
                + "\"period_start_ambiguous\":false}");
    assertThat(run.err()).contains(": finished\nWrote ", " 2 rows, 24 columns, ").hasLineCount(2);
  }

  @Test
  void areThereWithoutRows() throws IOException {
    write("none.csv", "--group-by-demographics", "--with", ALL, "--time-zone", "Europe/Paris");

    assertThat(lines("none.csv"))
        .containsExactly(
            "location_id,period_start,watcher_count,dwell_time_in_tenths_of_sec,"
                + "attention_time_in_tenths_of_sec,gender,age,location_label,site_id,site_label,"
                + "network_id,network_label,location_tags,site_tags,gender_label,age_label,"
                + "dwell_time_seconds,attention_time_seconds,period_date,period_hour,period_weekday,"
                + "period_week,period_start_utc,period_start_ambiguous");
  }

  @Test
  void giveWayToNamesThatAreTaken() throws IOException {
    service.answersData(
        rows(
            row(
                "2024-10-27 10:00:00",
                ", 'site_label': 'mine', 'network_label': 1, 'network_id_2': 5, 'network_id': 6")));

    write("taken.csv", "--with", "names");

    assertThat(lines("taken.csv"))
        .containsExactly(
            "location_id,period_start,watcher_count,site_label,network_label,network_id_2,"
                + "network_id,location_label,site_id,site_label_2,network_id_3,network_label_2",
            "1056,2024-10-27 10:00:00,3,mine,1,5,6,Entrance,201,Gare,11,Métro");
  }

  @Test
  void tellTheHourThatComesTwiceAndLeaveOutTheOneThatIsSkipped() throws IOException {
    service.answersData(
        rows(
            row("2024-03-31 02:00:00", ""),
            row("2024-10-27 01:00:00", ""),
            row("2024-10-27 02:00:00", ""),
            row("2024-10-27 03:00:00", "")));

    write("hours.csv", "--with", "utc", "--time-zone", "Europe/Paris");

    assertThat(lines("hours.csv"))
        .containsExactly(
            "location_id,period_start,watcher_count,period_start_utc,period_start_ambiguous",
            "1056,2024-03-31 02:00:00,3,,",
            "1056,2024-10-27 01:00:00,3,2024-10-26T23:00:00Z,false",
            "1056,2024-10-27 02:00:00,3,2024-10-27T00:00:00Z,true",
            "1056,2024-10-27 03:00:00,3,2024-10-27T02:00:00Z,false");
  }

  /** Midnight is skipped on this day in Beirut. */
  @Test
  void beginADayWithItsFirstInstant() throws IOException {
    service.answersData(rows(row("2024-03-31 00:00:00", "")));

    CommandLines.good(
        service.export(
            "viewers",
            "1d",
            output("days.csv", "--with", "calendar,utc", "--time-zone", "Asia/Beirut")));

    assertThat(lines("days.csv"))
        .containsExactly(
            "location_id,period_start,watcher_count,period_date,period_weekday,period_week,"
                + "period_start_utc,period_start_ambiguous",
            "1056,2024-03-31 00:00:00,3,2024-03-31,7,2024-W13,2024-03-30T22:00:00Z,false");
  }

  @Test
  void areNamedAfterTheColumnOfTheTime() throws IOException {
    service.answersData(rows("{'location_id': 1056, 'start_time': '2024-10-27 10:00:00'}"));

    CommandLines.good(
        service.export(
            "gate_crossing",
            "finest",
            output("finest.csv", "--unchecked", "--with", "calendar,utc", "--time-zone", "UTC")));

    assertThat(lines("finest.csv").get(0))
        .endsWith(
            "start_time,start_date,start_hour,start_weekday,start_week,start_time_utc,"
                + "start_time_ambiguous");
  }

  @Test
  void takeTheZoneOfThePlaceThenOfItsSiteThenTheOneForAllOthers() throws IOException {
    Path zones =
        Files.writeString(
            folder.resolve("zones.txt"), "# ours\n\n1056: Asia/Tokyo\nsite 202: Europe/London\n");
    service.answersData(
        rows(
            "{'location_id': 1056, 'period_start': '2024-07-01 12:00:00'}",
            "{'location_id': 1057, 'period_start': '2024-07-01 12:00:00'}",
            "{'location_id': 9, 'period_start': '2024-07-01 12:00:00'}",
            "{'location_id': 9, 'period_start': '2024-07-01 13:00:00'}"));

    CommandLineRun without = write("zones.csv", "--with", "utc", "--time-zones", zones.toString());
    write("other.csv", "--with", "utc", "--time-zones", zones.toString(), "--time-zone", "UTC");

    assertThat(lines("zones.csv").subList(1, 5))
        .containsExactly(
            "1056,2024-07-01 12:00:00,2024-07-01T03:00:00Z,false",
            "1057,2024-07-01 12:00:00,2024-07-01T11:00:00Z,false",
            "9,2024-07-01 12:00:00,,",
            "9,2024-07-01 13:00:00,,");
    assertThat(without.err())
        .containsOnlyOnce(
            "The time in UTC is empty in 2 rows, because no time zone is known for their place");
    assertThat(lines("other.csv").get(3)).endsWith(",2024-07-01T12:00:00Z,false");
  }

  @Test
  void doubtAZoneThatIsNotThatOfTheCamera() {
    service.answersData(rows(row("2024-10-27 10:00:00", "")));

    assertThat(write("a.csv", "--with", "utc", "--time-zone", "Asia/Tokyo").err())
        .containsOnlyOnce(
            "Location 1056 was at UTC+02:00 when it uploaded last, at 2024-07-01T10:00:00Z, where"
                + " Asia/Tokyo was at UTC+09:00. Is the time zone right?");
    assertThat(write("b.csv", "--with", "utc", "--time-zone", "Europe/Paris").err())
        .doesNotContain("Is the time zone right?");
  }

  @Test
  void areEmptyWhereTheirColumnCameAsText() throws IOException {
    service.answersData(
        rows(
            row("yesterday", ", 'gender': 'm', 'dwell_time_in_tenths_of_sec': 'long'"),
            row("2024-10-27 10:00:00", ", 'gender': 2")));

    CommandLineRun run =
        write("text.csv", "--group-by-demographics", "--with", "labels,seconds,calendar");

    assertThat(lines("text.csv").subList(1, 3))
        .containsExactly(
            "1056,yesterday,3,long,m,m,,,,,,,", "1056,2024-10-27 10:00:00,3,,2,female,,,,,,,");
    assertThat(run.err())
        .containsOnlyOnce(
            "\"dwell_time_in_tenths_of_sec\" came as text, so dwell_time_seconds is empty.")
        .containsOnlyOnce(
            "\"period_start\" came as text, so period_date, period_hour, period_weekday,"
                + " period_week are empty.");
  }

  @Test
  void goByNamesWhenTheTypeIsNotKnown() throws IOException {
    service.answersData(
        rows("{'site_id': 201, 'gender': 1, 'waiting_in_tenths_of_sec': 4, 'x': 1}"));

    CommandLines.good(
        service.export(
            "mystery",
            "1h",
            output(
                "mystery.csv", "--unchecked", "--with", "names,labels,utc", "--time-zone", "UTC")));

    assertThat(lines("mystery.csv"))
        .containsExactly(
            "site_id,gender,waiting_in_tenths_of_sec,x,site_label,network_id,network_label,"
                + "gender_label",
            "201,1,4,1,Gare,11,Métro,male");
  }

  /** Site 202 has a label that a spreadsheet would run. */
  @Test
  void tellOfALabelThatLooksLikeAFormulaOnce() {
    String row = "{'location_id': 1057, 'period_start': '2024-07-01 12:00:00'}";
    service.answersData(rows(row, row));

    assertThat(write("kept.csv", "--with", "names").err())
        .containsOnlyOnce("Excel would run the label \"=1+1\" as a formula.");
    assertThat(write("guarded.csv", "--with", "names", "--sink-option", "formulas=guard").err())
        .doesNotContain("formula");
    assertThat(write("none.jsonl", "--with", "names").err()).doesNotContain("formula");
  }
}
