/** The format {@code xlsx}. */
package com.example.xlsx;
