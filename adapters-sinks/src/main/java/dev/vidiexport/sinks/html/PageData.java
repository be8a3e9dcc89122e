package dev.vidiexport.sinks.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Findings;
import dev.vidiexport.sinks.report.CountColumns;
import dev.vidiexport.sinks.report.ReportTable;
import dev.vidiexport.sinks.report.ReportTables;
import dev.vidiexport.sinks.report.TableCell;
import dev.vidiexport.sinks.report.TableColumn;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes as JSON what scripts draw from: the figures of large tables, what stands out, and words.
 * Tables that stand in the page are read from there, so that every figure is in it once.
 */
final class PageData {
  /** What of the messages the scripts say. */
  private static final List<String> SPOKEN =
      List.of("script.", "age.", "gender.", "daypart.", "kind.", "missing.", "seconds", "place.");

  private PageData() {}

  /**
   * The figures of a report.
   *
   * @return JSON without the character that could end the element around it
   */
  static String of(AudienceReport report, ReportTables tables, PageWords words) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("locale", words.language().locale().toLanguageTag());
      json.writeStringField("main", report.main().word());
      json.writeBooleanField("byPeriod", report.byPeriod());
      json.writeBooleanField("byMonth", report.quality().byMonth());
      json.writeArrayFieldStart("counts");
      for (CountKind kind : CountColumns.of(report).kinds()) {
        json.writeString(kind.word());
      }
      json.writeEndArray();
      writeFindings(json, report.findings());
      writeWords(json, words.messages());
      json.writeObjectFieldStart("tables");
      for (ReportTable table : tables.tables()) {
        writeTable(json, table);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString().replace("<", "\\u003c");
  }

  /** What the headings claim, which the charts mark. */
  private static void writeFindings(JsonGenerator json, Findings findings) throws IOException {
    json.writeObjectFieldStart("findings");
    if (findings.busiestDay().isPresent()) {
      json.writeStringField("day", findings.busiestDay().get().toString());
    }
    if (findings.busiestPart().isPresent()) {
      json.writeObjectFieldStart("part");
      json.writeNumberField("weekday", findings.busiestPart().get().weekday().getValue());
      json.writeNumberField("from", findings.busiestPart().get().part().firstHour());
      json.writeNumberField("until", findings.busiestPart().get().part().endHour());
      json.writeEndObject();
    }
    if (findings.leadingPlace().isPresent()) {
      json.writeStringField("place", findings.leadingPlace().get().id());
    }
    if (findings.leadingGroup().isPresent()) {
      json.writeObjectFieldStart("group");
      json.writeNumberField("gender", findings.leadingGroup().get().gender());
      json.writeNumberField("age", findings.leadingGroup().get().age());
      json.writeEndObject();
    }
    if (findings.mostAttention().isPresent()) {
      json.writeStringField("attention", findings.mostAttention().get().id());
    }
    if (findings.leastCovered().isPresent()) {
      json.writeStringField("quality", findings.leastCovered().get().id());
    }
    json.writeEndObject();
  }

  private static void writeWords(JsonGenerator json, Messages messages) throws IOException {
    json.writeObjectFieldStart("words");
    for (Map.Entry<String, String> message : messages.all().entrySet()) {
      if (SPOKEN.stream().anyMatch(message.getKey()::startsWith)) {
        json.writeStringField(message.getKey(), message.getValue());
      }
    }
    json.writeEndObject();
  }

  private static void writeTable(JsonGenerator json, ReportTable table) throws IOException {
    json.writeObjectFieldStart(table.word());
    json.writeArrayFieldStart("columns");
    for (TableColumn column : table.columns()) {
      json.writeString(column.word());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("kinds");
    for (TableColumn column : table.columns()) {
      json.writeString(column.kind().name().toLowerCase(Locale.ROOT));
    }
    json.writeEndArray();
    if (table.cells() > TableViews.MOST_CELLS) {
      writeRows(json, table.rows());
    }
    json.writeEndObject();
  }

  private static void writeRows(JsonGenerator json, List<List<TableCell>> rows) throws IOException {
    json.writeArrayFieldStart("rows");
    for (List<TableCell> row : rows) {
      json.writeStartArray();
      for (TableCell cell : row) {
        writeCell(json, cell);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeCell(JsonGenerator json, TableCell cell) throws IOException {
    if (cell instanceof TableCell.Numeral number) {
      json.writeNumber(number.raw());
    } else if (cell instanceof TableCell.Text text) {
      json.writeString(text.text());
    } else {
      json.writeNull();
    }
  }
}
