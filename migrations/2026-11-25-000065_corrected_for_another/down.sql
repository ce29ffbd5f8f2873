drop function carry_correction(uuid, uuid, text, text, uuid);
