/** Short forms of first names, each line one name in its forms, in small letters. */
const forms = `
abigail abby
albert al bert
alexander alex al sasha
alexandra alex sandra sasha
andrew andy drew
anthony tony
barbara barb
benjamin ben
catherine katherine kathryn kate kathy cathy katie
charles charlie chuck
christina christine chris tina
christopher chris
daniel dan danny
david dave
deborah debra deb debbie
dorothy dot dottie
edward ed eddie ted
elizabeth elisabeth liz beth betty lisa
frances fran
francisco francis frank paco
frederick fred
gregory greg
guadalupe lupe
isabella isabel bella
jacob jake
james jim jimmy jamie
jennifer jen jenny
jessica jess
jesus chuy
john jack johnny
jonathan jon
jose pepe
joseph joe joey
joshua josh
judith judy
kenneth ken
kimberly kim
lawrence larry
margaret maggie meg peggy
matthew matt
michael mike
nicholas nick
pamela pam
patricia pat patty trish
patrick pat
peter pete
philip phillip phil
rebecca becky
richard rick dick rich
robert bob rob bobby
ronald ron
samantha sam
samuel sam
stephen steven steve
susan sue susie
theodore ted theo
theresa teresa terry tess
thomas tom
timothy tim
victoria vicky
vincent vince
william bill will billy
zachary zach`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** Whether two first names, in small letters, are forms of one name. */
export const areForms = (one: string, other: string): boolean =>
  forms.some((line) => line.includes(one) && line.includes(other));
