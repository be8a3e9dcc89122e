/**
 * What the launcher has a JVM learn this program from.
 *
 * <p>All that is loaded here, every start that uses what was learnt has to load: from Java 25 on an
 * AOT cache brings all its classes at once, used or not. So the least code stands here that has an
 * export go all its way.
 */
package dev.vidiexport.app.training;
