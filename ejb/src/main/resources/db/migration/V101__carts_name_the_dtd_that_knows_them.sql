-- What was agreed stays: an older version gets no more than it knows.
alter table cxml_connection alter column dtd set default '1.2.063';
