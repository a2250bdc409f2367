"""Files of people: with the evidence of their consent they are leads at once, without it they are pending."""
