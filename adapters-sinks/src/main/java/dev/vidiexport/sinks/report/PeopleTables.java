package dev.vidiexport.sinks.report;

import dev.vidiexport.domain.report.AttentionFigures;
import dev.vidiexport.domain.report.DwellBucket;
import dev.vidiexport.domain.report.GroupFigures;
import dev.vidiexport.domain.report.PeopleFigures;
import dev.vidiexport.domain.report.PlaceAttention;
import java.util.Locale;

/** The tables that tell who, and for how long. */
final class PeopleTables {
  private PeopleTables() {}

  static ReportTable people(PeopleFigures people) {
    TableBuilder table =
        new TableBuilder("people")
            .column("gender", ColumnKind.GENDER)
            .column("age", ColumnKind.AGE)
            .column("watchers", ColumnKind.COUNT)
            .column("share", ColumnKind.RATIO);
    for (GroupFigures group : people.groups()) {
      table
          .row()
          .cell(TableCell.of(group.gender()))
          .cell(TableCell.of(group.age()))
          .cell(group.watchers())
          .cell(group.share());
    }
    return table.build();
  }

  static ReportTable peopleByDaypart(PeopleFigures people) {
    TableBuilder table = new TableBuilder("people-dayparts").column("daypart", ColumnKind.DAYPART);
    for (int age = 0; age < GroupFigures.AGES; age++) {
      table.column(Integer.toString(age), ColumnKind.RATIO);
    }
    people.ageShares().forEach((part, shares) -> table.row().cell(word(part)).cells(shares));
    return table.build();
  }

  static ReportTable attention(AttentionFigures attention) {
    TableBuilder table = new TableBuilder("attention").place().rates().label();
    for (PlaceAttention place : attention.places()) {
      table.row().place(place.place()).rates(place.rates()).label(place.place());
    }
    return table.build();
  }

  static ReportTable attentionByDaypart(AttentionFigures attention) {
    TableBuilder table =
        new TableBuilder("attention-dayparts").column("daypart", ColumnKind.DAYPART).rates();
    attention.dayparts().forEach((part, rates) -> table.row().cell(word(part)).rates(rates));
    return table.build();
  }

  static ReportTable attentionByAge(AttentionFigures attention) {
    TableBuilder table = new TableBuilder("attention-ages").column("age", ColumnKind.AGE).rates();
    for (int age = 0; age < attention.ages().size(); age++) {
      table.row().cell(TableCell.of(age)).rates(attention.ages().get(age));
    }
    return table.build();
  }

  static ReportTable dwellTimes(AttentionFigures attention) {
    TableBuilder table =
        new TableBuilder("dwell-times")
            .column("from_seconds", ColumnKind.SECONDS)
            .column("until_seconds", ColumnKind.SECONDS)
            .column("viewers", ColumnKind.COUNT);
    for (DwellBucket bucket : attention.dwellTimes()) {
      table
          .row()
          .cell(TableCell.of(bucket.fromSeconds()))
          .cell(
              bucket.untilSeconds().isPresent()
                  ? TableCell.of(bucket.untilSeconds().getAsInt())
                  : TableCell.MISSING)
          .cell(TableCell.of((double) bucket.viewers()));
    }
    return table.build();
  }

  private static TableCell word(Enum<?> part) {
    return TableCell.of(part.name().toLowerCase(Locale.ROOT));
  }
}
