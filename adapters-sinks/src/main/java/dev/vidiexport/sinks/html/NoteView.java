package dev.vidiexport.sinks.html;

/**
 * What a reader must be told.
 *
 * @param word what it is called, in every language
 */
record NoteView(String word, Phrase text) {}
