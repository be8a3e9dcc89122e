/** The format {@code sqlite}. */
package com.example.sqlite;
