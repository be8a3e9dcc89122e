/** What rows tell of their place and their time, whatever the types of the columns that do. */
package dev.vidiexport.domain.rows;
