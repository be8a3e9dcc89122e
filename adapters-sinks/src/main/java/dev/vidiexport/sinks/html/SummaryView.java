package dev.vidiexport.sinks.html;

import java.util.List;

/**
 * What the page opens with. Immutable.
 *
 * @param sentence all in one sentence
 * @param cards at most four figures that stand out
 * @param facts all other figures
 * @param compared what changes refer to; empty where nothing is compared
 */
record SummaryView(
    Phrase sentence,
    List<CardView> cards,
    List<CardView> facts,
    String compared,
    List<NoteView> notes) {
  SummaryView {
    cards = List.copyOf(cards);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }
}
