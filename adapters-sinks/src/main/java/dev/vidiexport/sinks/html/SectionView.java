package dev.vidiexport.sinks.html;

import java.util.List;

/**
 * A section of the page. Immutable.
 *
 * @param word what it is called, in every language
 * @param heading what was found; what it is about where nothing stands out
 * @param found whether something does
 * @param tables those that no chart shows
 */
record SectionView(
    String word,
    Phrase heading,
    boolean found,
    List<NoteView> notes,
    List<FigureView> figures,
    List<TableView> tables) {
  SectionView {
    notes = List.copyOf(notes);
    figures = List.copyOf(figures);
    tables = List.copyOf(tables);
  }
}
