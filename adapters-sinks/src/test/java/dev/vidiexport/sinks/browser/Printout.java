package dev.vidiexport.sinks.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A page of the web on paper, as a PDF. */
public final class Printout {
  private final byte[] pdf;

  Printout(byte[] pdf) {
    this.pdf = pdf.clone();
  }

  /** What stands on each sheet, from its top to its bottom. */
  public List<String> sheets() {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setLineSeparator("\n");
      List<String> sheets = new ArrayList<>();
      for (int number = 1; number <= document.getNumberOfPages(); number++) {
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        sheets.add(stripper.getText(document).strip());
      }
      return List.copyOf(sheets);
    } catch (IOException e) {
      throw new UncheckedIOException("The browser's PDF cannot be read", e);
    }
  }

  /** Keeps it, for a person to look at. */
  public void save(Path file) throws IOException {
    Files.write(file, pdf);
  }
}
