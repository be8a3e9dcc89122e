package dev.vidiexport.app.project;

import java.util.Optional;

/**
 * What a project file says of where its history is kept.
 *
 * @param place what exports may say of that, also where the rest is wrong
 * @param target empty where anything is wrong with it
 */
record ReadTarget(RowPlace place, Optional<HistoryTarget> target) {}
