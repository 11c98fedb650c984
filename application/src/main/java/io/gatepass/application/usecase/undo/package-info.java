/** What takes setup back: its edits, and with them the credentials and the settings. */
@NullMarked
package io.gatepass.application.usecase.undo;

import org.jspecify.annotations.NullMarked;
