package dev.ephor.request.mailing;

/** There are mails to be sent once the transaction has committed. */
record MailsWait() {}
