package dev.vidiexport.sinks.html;

import java.util.List;

/**
 * Everything that stands in a page. Immutable.
 *
 * @param language its tag
 * @param policy the Content-Security-Policy, which names the scripts and styles by their hashes
 * @param badge how much was measured, which stays in sight
 * @param badgeLook the class of the badge
 * @param data the figures, as JSON that can stand within an element
 */
record PageView(
    String language,
    String title,
    String span,
    String policy,
    String badge,
    String badgeLook,
    String style,
    String margins,
    String library,
    String script,
    String data,
    PageWords words,
    SummaryView summary,
    List<SectionView> sections,
    MethodView method) {
  PageView {
    sections = List.copyOf(sections);
  }
}
