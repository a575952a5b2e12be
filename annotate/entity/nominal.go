package entity

func (k *links) nominals() {}
